import { and, eq, inArray } from 'drizzle-orm';
import { actorLabel, type Actor } from '../../domain/accounts/actor.ts';
import type { ProposalKind } from '../../domain/changes/kinds.ts';
import type { Values } from '../../domain/changes/read-values.ts';
import {
	OPEN_STATES,
	proposalStateAfter,
	type ProposalAction
} from '../../domain/changes/states.ts';
import { RuleBroken } from '../../domain/errors.ts';
import { now } from '../clock.ts';
import { proposal, proposalStep } from '../db/schema/changes.ts';
import type { Tx } from '../db/unit-of-work.ts';
import type { ProposalRow } from './access.ts';

export type Asked = {
	applicationId: string;
	kind: ProposalKind;
	subject: string;
	values: Values;
	/** What is registered now. */
	before: Values;
	/** Of a correction. */
	wrong: string | null;
};

/**
 * Keeps what is asked: one open proposal for each kind and subject, so that asking again changes it, and asking the
 * same thing twice (two taps) is one. The request must be locked.
 * @returns the id of the proposal
 * @throws RuleBroken `proposal-taken-up` while an agent is typing it
 */
export async function writeProposal(tx: Tx, actor: Actor, asked: Asked): Promise<string> {
	const [open] = await tx
		.select()
		.from(proposal)
		.where(
			and(
				eq(proposal.applicationId, asked.applicationId),
				eq(proposal.kind, asked.kind),
				eq(proposal.subject, asked.subject),
				inArray(proposal.state, [...OPEN_STATES])
			)
		)
		.for('update');
	return open ? edit(tx, actor, open, asked) : add(tx, actor, asked);
}

async function add(tx: Tx, actor: Actor, asked: Asked): Promise<string> {
	const state = proposalStateAfter(null, 'propose', 'applicant');
	const at = now();
	const [added] = await tx
		.insert(proposal)
		.values({ ...asked, state, createdAt: at, updatedAt: at })
		.returning({ id: proposal.id });
	await writeStep(tx, actor, { id: added!.id, values: asked.values }, 'propose', state);
	return added!.id;
}

async function edit(tx: Tx, actor: Actor, open: ProposalRow, asked: Asked): Promise<string> {
	if (open.state !== 'proposed') throw new RuleBroken('proposal-taken-up');
	const { values, before, wrong } = asked;
	if (isSame(open, asked)) return open.id;
	const state = proposalStateAfter(open.state, 'edit', 'applicant');
	await tx
		.update(proposal)
		.set({ values, before, wrong, state, version: open.version + 1, updatedAt: now() })
		.where(eq(proposal.id, open.id));
	await writeStep(tx, actor, { id: open.id, values }, 'edit', state);
	return open.id;
}

/** In any order of the fields: PostgreSQL keeps jsonb in its own. */
function isSame(open: ProposalRow, asked: Asked): boolean {
	const text = (values: Values) =>
		JSON.stringify(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)));
	return text(open.values) === text(asked.values) && open.wrong === asked.wrong;
}

/** One line of the trace, with what was asked at that moment. */
export async function writeStep(
	tx: Tx,
	actor: Actor,
	{ id, values }: Pick<ProposalRow, 'id' | 'values'>,
	action: ProposalAction,
	toState: ProposalRow['state']
): Promise<void> {
	const step = { proposalId: id, action, toState, at: now(), by: actorLabel(actor), values };
	await tx.insert(proposalStep).values(step);
}
