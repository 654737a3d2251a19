import { and, eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { NotFound, RuleBroken } from '../../domain/errors.ts';
import { isUuid } from '../applications/access.ts';
import { requireAgent } from '../appointments/for-person.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { waitingEntry, waitingOffer } from '../db/schema/booking.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { acceptFound } from './accept-offer.ts';
import { declineFound } from './decline-offer.ts';
import { takeOffer } from './find-offer.ts';
import { visibleEntries } from './waiting-list.ts';

export type AnswerForPerson = {
	entryId: string;
	answer: 'accept' | 'decline';
};

/**
 * An agent writes down what somebody on the list says on the telephone or at the desk to the place that is kept for
 * them: yes, and their appointment moves to it and they are told; no, and the next person is asked.
 *
 * @throws NotFound for whoever is no agent and for the entry of another counter; RuleBroken `offer-over` when nothing is
 * kept for them any more, `too-late-to-move`
 */
export async function answerForPerson(
	tx: Tx,
	actor: Actor,
	{ entryId, answer }: AnswerForPerson
): Promise<void> {
	const agent = requireAgent(actor);
	if (!isUuid(entryId)) throw new NotFound('waiting-entry');
	const [entry] = await tx
		.select({ applicationId: waitingEntry.applicationId })
		.from(waitingEntry)
		.where(and(eq(waitingEntry.id, entryId), visibleEntries(agent)));
	if (!entry) throw new NotFound('waiting-entry');
	const [open] = await tx
		.select({ id: waitingOffer.id })
		.from(waitingOffer)
		.where(and(eq(waitingOffer.waitingEntryId, entryId), eq(waitingOffer.outcome, 'open')));
	if (!open) throw new RuleBroken('offer-over');
	const found = await takeOffer(tx, open);
	if (answer === 'accept') await acceptFound(tx, agent, found, 'agent');
	else await declineFound(tx, agent, found, false);
	await recordAudit(tx, agent, {
		action: `${answer}-offer-for-person`,
		applicationId: entry.applicationId,
		subjectKind: 'waiting-entry',
		subjectId: entryId
	});
}
