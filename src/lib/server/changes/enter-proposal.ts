import type { Actor } from '../../domain/accounts/actor.ts';
import { parisDay } from '../../domain/appointments/paris-time.ts';
import { proposalStateAfter } from '../../domain/changes/states.ts';
import { RuleBroken } from '../../domain/errors.ts';
import { recordEvent } from '../applications/record-event.ts';
import { today } from '../clock.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { agentOnly, lockProposal, type ProposalRow } from './access.ts';
import { applyProposal } from './apply-proposal.ts';
import { answerWords, closeProposal } from './close-proposal.ts';
import { counterInName } from './counter-in-name.ts';

export type EnterInput = {
	id: string;
	/** The day the agent typed it in SNE. */
	enteredOn: Temporal.PlainDate;
	/** Words for the person; needed for a correction, which is answered in words. */
	answer: string;
};

/**
 * The agent has typed it in the register: our copy follows, said by the counter, until a file of the register says it
 * officially. Same number, same first date (R441-2-7). Twice is one success.
 *
 * @throws NotFound to anybody but an agent of the territory; RuleBroken `entered-in-future`, `entered-before-asked`,
 * `answer-missing`, `answer-too-long`, `proposal-action-forbidden`, `subject-gone`, `forbidden-transition` when the
 * request was struck off meanwhile
 */
export async function enterProposal(tx: Tx, actor: Actor, input: EnterInput): Promise<void> {
	const agent = agentOnly(actor);
	const row = await lockProposal(tx, actor, input.id);
	if (row.state === 'entered' && row.enteredOn?.equals(input.enteredOn)) return;
	const state = proposalStateAfter(row.state, 'enter', 'agent');
	checkDay(row, input.enteredOn);
	const answer = answerWords(input.answer);
	if (row.kind === 'rectification' && answer === null) throw new RuleBroken('answer-missing');
	const answeredFor = await counterInName(tx, agent, row.applicationId);
	await applyProposal(tx, row, input.enteredOn);
	await recordEvent(tx, actor, {
		applicationId: row.applicationId,
		kind: 'modified',
		occurredOn: input.enteredOn,
		origin: 'counter',
		author: answeredFor,
		detail: { proposalId: row.id, change: row.kind }
	});
	const { enteredOn } = input;
	await closeProposal(tx, agent, row, { action: 'enter', state, answer, enteredOn, answeredFor });
}

function checkDay(row: ProposalRow, enteredOn: Temporal.PlainDate): void {
	if (Temporal.PlainDate.compare(enteredOn, today()) > 0) throw new RuleBroken('entered-in-future');
	if (Temporal.PlainDate.compare(enteredOn, parisDay(row.createdAt)) < 0)
		throw new RuleBroken('entered-before-asked');
}
