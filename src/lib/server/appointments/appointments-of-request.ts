import { and, desc, eq, notInArray } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { appointment } from '../db/schema/appointments.ts';
import { counter, motive } from '../db/schema/counters.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { visibleAppointments } from './access.ts';

/** The appointments of one request that this actor may see, newest first. Holds and what was moved are not among them. */
export function appointmentsOfRequest(tx: Tx, actor: Actor, applicationId: string) {
	return tx
		.select({
			id: appointment.id,
			state: appointment.state,
			startsAt: appointment.startsAt,
			motive: motive.label,
			motiveCode: motive.code,
			counter: counter.name,
			counterSlug: counter.slug
		})
		.from(appointment)
		.innerJoin(motive, eq(motive.code, appointment.motiveCode))
		.innerJoin(counter, eq(counter.id, appointment.counterId))
		.where(
			and(
				eq(appointment.applicationId, applicationId),
				visibleAppointments(actor),
				notInArray(appointment.state, ['held', 'expired', 'moved'])
			)
		)
		.orderBy(desc(appointment.startsAt))
		.limit(100);
}
