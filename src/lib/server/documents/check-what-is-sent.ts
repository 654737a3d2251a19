import { and, eq, isNull } from 'drizzle-orm';
import { RuleBroken } from '../../domain/errors.ts';
import { isUuid } from '../applications/access.ts';
import { person } from '../db/schema/applications.ts';
import { paperCategory, paperRequest } from '../db/schema/documents.ts';
import type { Tx } from '../db/unit-of-work.ts';

type Sent = { applicationId: string; personId: string | null; category: string };

/**
 * A paper is of a kind of the catalogue, about a person of this request when its kind is personal, and of a sensitive
 * kind only when it was asked for: nothing else may be collected (R441-2-4-1; arrêté of 19 April 2022).
 * @returns whom it is about: a paper of the household is about nobody, whatever the form said
 * @throws RuleBroken `paper-unknown-kind`, `paper-unknown-person`, `paper-not-asked`
 */
export async function checkWhatIsSent(tx: Tx, said: Sent): Promise<string | null> {
	const [kind] = await tx
		.select({ perPerson: paperCategory.perPerson, sensitive: paperCategory.sensitive })
		.from(paperCategory)
		.where(and(eq(paperCategory.code, said.category), eq(paperCategory.active, true)));
	if (!kind) throw new RuleBroken('paper-unknown-kind');
	const sent = { ...said, personId: kind.perPerson ? said.personId : null };
	if (kind.perPerson) await checkPerson(tx, sent.applicationId, sent.personId);
	if (kind.sensitive) await checkAsked(tx, sent);
	return sent.personId;
}

/** @throws RuleBroken `paper-unknown-person` for nobody, and for whoever is not of this request */
export async function checkPerson(
	tx: Tx,
	applicationId: string,
	personId: string | null
): Promise<void> {
	if (personId === null || !isUuid(personId)) throw new RuleBroken('paper-unknown-person');
	const found = await tx
		.select({ id: person.id })
		.from(person)
		.where(and(eq(person.id, personId), eq(person.applicationId, applicationId)));
	if (found.length === 0) throw new RuleBroken('paper-unknown-person');
}

async function checkAsked(tx: Tx, sent: Sent): Promise<void> {
	const found = await tx
		.select({ id: paperRequest.id })
		.from(paperRequest)
		.where(
			and(
				eq(paperRequest.applicationId, sent.applicationId),
				eq(paperRequest.categoryCode, sent.category),
				sent.personId === null
					? isNull(paperRequest.personId)
					: eq(paperRequest.personId, sent.personId)
			)
		);
	if (found.length === 0) throw new RuleBroken('paper-not-asked');
}
