import { and, eq, inArray, isNull, lt, ne, or, sql } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { Refused } from '../../domain/errors.ts';
import { VISITOR_CONTACT_DAYS } from '../../domain/waiting/time-requests.ts';
import { now } from '../clock.ts';
import { timeRequest } from '../db/schema/booking.ts';
import { message } from '../db/schema/notifications.ts';
import type { Tx } from '../db/unit-of-work.ts';

/**
 * Erases who a visitor was, what they wrote and what they were answered: thirty days after the answer, or at once when
 * the request was taken off the list, for nothing will be written to them. The figures stay. For a job.
 * @returns how many requests
 * @throws Refused to anybody but the software
 */
export async function forgetVisitorRequests(tx: Tx, actor: Actor): Promise<number> {
	if (actor.kind !== 'system') throw new Refused('forget-visitor-requests');
	const before = now().subtract({ hours: 24 * VISITOR_CONTACT_DAYS });
	const gone = await tx
		.update(timeRequest)
		.set({ contact: {}, note: null, answer: null })
		.where(
			and(
				isNull(timeRequest.applicationId),
				sql`${timeRequest.contact} <> '{}'::jsonb`,
				or(
					eq(timeRequest.state, 'closed'),
					and(eq(timeRequest.state, 'answered'), lt(timeRequest.answeredAt, before))
				)
			)
		)
		.returning({ id: timeRequest.id });
	await forgetAnswers(tx, before);
	return gone.length;
}

/** The messages that carried the answers name the same people. One that still waits to leave is left alone. */
async function forgetAnswers(tx: Tx, before: Temporal.Instant): Promise<void> {
	await tx
		.update(message)
		.set({ recipient: '', subject: '', body: '' })
		.where(
			and(
				eq(message.kind, 'time-request-answered'),
				isNull(message.applicationId),
				inArray(message.state, ['sent', 'failed', 'dropped']),
				lt(message.createdAt, before),
				ne(message.recipient, '')
			)
		);
}
