import { beforeAll } from 'vitest';
import type { Actor, Agent } from '../../../src/lib/domain/accounts/actor.ts';
import { readFilter } from '../../../src/lib/domain/documents/review-queue.ts';
import {
	acceptPaper,
	type AcceptPaperInput
} from '../../../src/lib/server/documents/accept-paper.ts';
import { askAgain } from '../../../src/lib/server/documents/ask-again.ts';
import { previewResend } from '../../../src/lib/server/documents/preview-resend.ts';
import { papersOfRequest } from '../../../src/lib/server/documents/queries.ts';
import { reviewPaper } from '../../../src/lib/server/documents/review-paper.ts';
import { reviewQueue } from '../../../src/lib/server/documents/review-queue.ts';
import { as, colleagueOf } from './desk.ts';
import { agentOf } from './household.ts';
import { papersStage, type Stage } from './stage.ts';

export const ALL = readFilter(new URLSearchParams());

/** Camille and Sacha are agents of Antibes, Dominique is one of Valbonne; `head` is Camille's head of service. */
export type ReviewStage = Stage & { camille: Agent; sacha: Agent; dominique: Agent };

/** A stage of papers, with the agents who decide on them. */
export function reviewStage(): ReviewStage {
	const stage = papersStage() as ReviewStage;
	beforeAll(async () => {
		stage.camille = await colleagueOf(stage.agent, 'Camille');
		stage.sacha = await colleagueOf(stage.agent, 'Sacha');
		stage.dominique = await colleagueOf(await agentOf('valbonne'), 'Dominique');
		stage.head = { ...stage.camille, role: 'head', counterIds: [] };
	});
	return stage;
}

export const accept = (actor: Actor, paperId: string, real?: AcceptPaperInput['real']) =>
	as(actor, (tx) => acceptPaper(tx, actor, { paperId, ...(real && { real }) }));

export const again = (
	actor: Actor,
	paperId: string,
	reason = 'blurred',
	note = '',
	seen?: string
) => as(actor, (tx) => askAgain(tx, actor, { paperId, reason, note, ...(seen && { seen }) }));

export const preview = (actor: Actor, paperId: string, reason = 'blurred', note = '') =>
	as(actor, (tx) => previewResend(tx, actor, { paperId, reason, note }));

export const review = (actor: Actor, paperId: string) =>
	as(actor, (tx) => reviewPaper(tx, actor, { paperId, filter: ALL }));

/** What the household reads of the papers that it sent. */
export const sentBy = async ({ home: { applicant, applicationId } }: Stage) =>
	(await as(applicant, (tx) => papersOfRequest(tx, applicant, applicationId))).sent;

/** The ids of a list of the queue, in its order. @param query as in the address of the page */
export async function inList(actor: Agent, query: string): Promise<string[]> {
	const filter = readFilter(new URLSearchParams(query));
	const { lines } = await as(actor, (tx) => reviewQueue(tx, actor, filter));
	return lines.map(({ id }) => id);
}
