import { eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { RuleBroken } from '../../domain/errors.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { timeRequest } from '../db/schema/booking.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { takeTimeRequest } from './access.ts';

/**
 * Takes a time request off the list without an answer: its applicant wants it no more, or an agent has booked for them
 * (the confirmation is their answer). Closing twice is one success.
 * @throws NotFound for a stranger's or another counter's; RuleBroken `already-answered`
 */
export async function closeTimeRequest(tx: Tx, actor: Actor, input: { id: string }): Promise<void> {
	const request = await takeTimeRequest(tx, actor, input.id);
	if (request.state === 'answered') throw new RuleBroken('already-answered');
	await tx.update(timeRequest).set({ state: 'closed' }).where(eq(timeRequest.id, request.id));
	if (actor.kind !== 'agent') return;
	await recordAudit(tx, actor, {
		action: 'close-time-request',
		applicationId: request.applicationId,
		subjectKind: 'time-request',
		subjectId: request.id
	});
}
