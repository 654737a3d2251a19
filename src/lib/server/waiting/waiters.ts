import { and, eq, isNull, or, sql, type SQL } from 'drizzle-orm';
import { dayStartMs } from '../../domain/appointments/paris-time.ts';
import { receptionDelay } from '../../domain/appointments/reception-delay.ts';
import { urgencyOf } from '../../domain/delays/urgency.ts';
import { byTurn, MOST_OFFERS_A_DAY } from '../../domain/waiting/offers.ts';
import type { Turn, Waiter } from '../../domain/waiting/offers.ts';
import type { Channel } from '../appointments/channel.ts';
import { today } from '../clock.ts';
import { application, applicationEvent, person } from '../db/schema/applications.ts';
import { appointment } from '../db/schema/appointments.ts';
import { visitorContact, waitingEntry, waitingOffer } from '../db/schema/booking.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { settingOf } from '../settings/queries.ts';

export type WaitingPerson = Waiter &
	Turn & {
		/** Null for a visitor without a request. */
		applicationId: string | null;
		counterId: string;
		motiveCode: string;
		/** How the appointment they have takes place; null without one. */
		channel: Channel | null;
	};

const ofEntry = sql`${waitingOffer.waitingEntryId} = ${waitingEntry.id}`;

/** The appointment that an accepted place would replace: that of the request for this motive, or the visitor's own. */
export const presentAppointment = and(
	eq(appointment.state, 'booked'),
	or(
		and(
			eq(appointment.applicationId, waitingEntry.applicationId),
			eq(appointment.motiveCode, waitingEntry.motiveCode)
		),
		eq(appointment.id, waitingEntry.appointmentId)
	)
);

/**
 * Who may be offered a place at this moment, in the order of the list: their entry is open, a message can reach them,
 * no other place is offered to them, and they were not told too often today.
 * @param condition on table `waiting_entry`; all of them when left out
 */
export async function waiters(tx: Tx, condition?: SQL): Promise<WaitingPerson[]> {
	const day = today();
	const dayStart = Temporal.Instant.fromEpochMilliseconds(dayStartMs(day)).toString();
	const { value: months } = await settingOf(tx, 'reception_delay_months');
	const offered = sql`from ${waitingOffer} where ${ofEntry}`;
	const rows = await tx
		.select({
			id: waitingEntry.id,
			applicationId: waitingEntry.applicationId,
			counterId: waitingEntry.counterId,
			motiveCode: waitingEntry.motiveCode,
			halfDays: waitingEntry.halfDays,
			createdAt: waitingEntry.createdAt,
			filedOn: application.filedOn,
			currentStart: appointment.startsAt,
			channel: appointment.channel,
			wasReceived: sql<boolean>`exists (select from ${applicationEvent} where
				${applicationEvent.applicationId} = ${application.id} and ${applicationEvent.kind} = 'interviewed')`,
			before: sql<
				number[]
			>`array(select (extract(epoch from held.starts_at) * 1000)::float8 from ${waitingOffer}
				join ${appointment} held on held.id = ${waitingOffer.heldAppointmentId} where ${ofEntry})`
		})
		.from(waitingEntry)
		.leftJoin(application, eq(application.id, waitingEntry.applicationId))
		.leftJoin(person, and(eq(person.applicationId, application.id), eq(person.role, 'applicant')))
		.leftJoin(visitorContact, eq(visitorContact.appointmentId, waitingEntry.appointmentId))
		.leftJoin(appointment, presentAppointment)
		.where(
			and(
				isNull(waitingEntry.endedAt),
				sql`${application.state} is distinct from 'struck_off'`,
				sql`num_nonnulls(${person.email}, ${person.phone}, ${visitorContact.email}, ${visitorContact.phone}) > 0`,
				sql`not exists (select ${offered} and ${waitingOffer.outcome} = 'open')`,
				sql`(select count(*) ${offered} and ${waitingOffer.offeredAt} >= ${dayStart}) < ${MOST_OFFERS_A_DAY}`,
				condition
			)
		);
	return rows
		.map(({ filedOn, wasReceived, before, ...row }) => ({
			...row,
			isUrgent:
				filedOn !== null &&
				!wasReceived &&
				urgencyOf(receptionDelay(filedOn, months, day).daysLeft) !== 'later',
			offeredBefore: before.map((ms) => Temporal.Instant.fromEpochMilliseconds(ms))
		}))
		.sort(byTurn);
}
