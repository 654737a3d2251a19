import { and, eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { NotFound } from '../../domain/errors.ts';
import { isUuid } from '../applications/access.ts';
import { timeRequest } from '../db/schema/booking.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { helpedApplication } from '../helpers/access.ts';

/** Which time requests an actor may see: their own, those of their counters, all for the head of service. */
export function visibleTimeRequests(actor: Actor): SQL {
	switch (actor.kind) {
		case 'applicant':
			return eq(timeRequest.applicationId, actor.applicationId);
		case 'helper':
			return helpedApplication(actor, 'appointments', timeRequest.applicationId);
		case 'agent':
			if (actor.role === 'head') return sql`true`;
			return actor.counterIds.length
				? inArray(timeRequest.counterId, [...actor.counterIds])
				: sql`false`;
		case 'system':
			return sql`true`;
		case 'visitor':
			return sql`false`;
	}
}

/**
 * One request, its row locked until the end of the transaction.
 * @throws NotFound for a stranger's, or another counter's, as for one that does not exist
 */
export async function takeTimeRequest(tx: Tx, actor: Actor, id: string) {
	if (!isUuid(id)) throw new NotFound('time-request');
	const [row] = await tx
		.select()
		.from(timeRequest)
		.where(and(eq(timeRequest.id, id), visibleTimeRequests(actor)))
		.for('update');
	if (!row) throw new NotFound('time-request');
	return row;
}
