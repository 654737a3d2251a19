import { eq } from 'drizzle-orm';
import { actorLabel, type Agent } from '../../domain/accounts/actor.ts';
import { ANSWER_LENGTH } from '../../domain/changes/states.ts';
import { RuleBroken } from '../../domain/errors.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { now } from '../clock.ts';
import { proposal } from '../db/schema/changes.ts';
import type { Tx } from '../db/unit-of-work.ts';
import type { ProposalRow } from './access.ts';
import { announceAnswer } from './announce-answer.ts';
import { writeStep } from './write-proposal.ts';

export type Closing = {
	action: 'enter' | 'refuse';
	state: ProposalRow['state'];
	answer: string | null;
	enteredOn: Temporal.PlainDate | null;
	/** Name of the counter that answers. */
	answeredFor: string;
};

/** Writes down what came of a proposal, tells the person, and leaves its traces. */
export async function closeProposal(
	tx: Tx,
	actor: Agent,
	row: ProposalRow,
	{ action, ...closing }: Closing
): Promise<void> {
	const at = now();
	await tx
		.update(proposal)
		.set({ ...closing, answeredAt: at, answeredBy: actorLabel(actor), updatedAt: at })
		.where(eq(proposal.id, row.id));
	await writeStep(tx, actor, row, action, closing.state);
	await recordAudit(tx, actor, {
		action: `${action}-proposal`,
		applicationId: row.applicationId,
		subjectKind: 'proposal',
		subjectId: row.id
	});
	await announceAnswer(tx, actor, row, closing.answeredFor);
}

/**
 * The words of an answer, trimmed; null when there are none.
 * @throws RuleBroken `answer-too-long`
 */
export function answerWords(typed: string): string | null {
	const answer = typed.trim();
	if (answer.length > ANSWER_LENGTH)
		throw new RuleBroken('answer-too-long', { most: ANSWER_LENGTH });
	return answer || null;
}
