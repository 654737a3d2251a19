import { and, eq, isNull } from 'drizzle-orm';
import { readFactText } from '../../domain/changes/facts.ts';
import { CHANGE_RULES, type Effect } from '../../domain/changes/kinds.ts';
import { RuleBroken } from '../../domain/errors.ts';
import { isUuid } from '../applications/access.ts';
import { person } from '../db/schema/applications.ts';
import type { Tx } from '../db/unit-of-work.ts';
import type { ProposalRow } from './access.ts';
import { addMember, announceBirth, countBirth } from './apply-to-household.ts';
import { setValues } from './apply-values.ts';
import { stateFacts } from './state-facts.ts';

/** The family situation that follows from the link to the partner (codes of SNE): married, PACS, living together. */
const SITUATION_OF_LINK: Readonly<Record<string, string>> = { M: 'M', P: 'P', C: 'U' };

/**
 * Brings our copy to what the counter has entered in the register. What the register does not keep (why somebody left,
 * since when) stays with the proposal.
 * @throws RuleBroken `subject-gone` when the person is no longer in the household
 */
export async function applyProposal(
	tx: Tx,
	row: ProposalRow,
	enteredOn: Temporal.PlainDate
): Promise<void> {
	const { applicationId, values } = row;
	const stated = { origin: 'counter', statedOn: enteredOn } as const;
	if (row.kind === 'rectification') {
		const personId = readFactText(row.subject)?.personId ?? null;
		if (personId) await requireMember(tx, applicationId, personId);
		return setValues(tx, { applicationId, personId, values, stated });
	}
	const personId = isUuid(row.subject) ? row.subject : null;
	if (personId) await requireMember(tx, applicationId, personId);
	const effect: Effect = CHANGE_RULES[row.kind].effect;
	switch (effect) {
		case 'set':
			return setValues(tx, { applicationId, personId, values, stated });
		case 'expect':
			return announceBirth(tx, applicationId, values, stated);
		case 'add':
			await addMember(
				tx,
				applicationId,
				values['custody'] ? 'in_custody' : 'dependant',
				values,
				stated
			);
			if (row.kind === 'birth') await countBirth(tx, applicationId, enteredOn);
			return;
		case 'join':
			await addMember(tx, applicationId, 'coapplicant', values, stated);
			return setSituation(tx, row, SITUATION_OF_LINK[String(values['linkToApplicant'])], enteredOn);
		case 'part':
			if (personId) await leave(tx, personId, enteredOn);
			return setSituation(tx, row, String(values['familySituation']), enteredOn);
		case 'remove':
			return leave(tx, personId!, enteredOn);
	}
}

async function requireMember(tx: Tx, applicationId: string, personId: string): Promise<void> {
	const here = and(
		eq(person.id, personId),
		eq(person.applicationId, applicationId),
		isNull(person.leftOn)
	);
	if ((await tx.$count(person, here)) === 0) throw new RuleBroken('subject-gone');
}

/** The row stays for the papers about them; the next file of the register clears it. */
async function leave(tx: Tx, personId: string, leftOn: Temporal.PlainDate): Promise<void> {
	await tx.update(person).set({ leftOn }).where(eq(person.id, personId));
}

async function setSituation(
	tx: Tx,
	{ applicationId }: ProposalRow,
	familySituation: string | undefined,
	statedOn: Temporal.PlainDate
): Promise<void> {
	if (!familySituation) return;
	const [holder] = await tx
		.update(person)
		.set({ familySituation })
		.where(and(eq(person.applicationId, applicationId), eq(person.role, 'applicant')))
		.returning({ id: person.id });
	if (!holder) return;
	const stated = { origin: 'counter', statedOn } as const;
	await stateFacts(tx, applicationId, holder.id, ['familySituation'], stated);
}
