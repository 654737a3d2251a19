import { and, asc, eq, sql, type SQL } from 'drizzle-orm';
import {
	DEFAULT_REMINDER_MINUTES,
	dueReminder,
	type ReminderDecision
} from '../../domain/notifications/reminders.ts';
import { takesDesk } from '../appointments/occupying-states.ts';
import { now } from '../clock.ts';
import { person } from '../db/schema/applications.ts';
import { appointment } from '../db/schema/appointments.ts';
import { appointmentReminder, counterSetting, visitorContact } from '../db/schema/booking.ts';
import type { Tx } from '../db/unit-of-work.ts';

/** How many appointments are looked at together. */
const PAGE = 500;

const DEFAULTS = sql`${`{${DEFAULT_REMINDER_MINUTES.join(',')}}`}::int[]`;
const minutes = sql<number[]>`coalesce(${counterSetting.reminderMinutes}, ${DEFAULTS})`;

const decided = sql<number[]>`array(
	select ${appointmentReminder.minutesBefore} from ${appointmentReminder}
	where ${appointmentReminder.appointmentId} = ${appointment.id})`;

export type DueReminder = { appointmentId: string; decision: ReminderDecision };

/**
 * The appointments of which a reminder has to be decided now, soonest first. One query for every 500 of them,
 * whatever the number of counters; the past is not read.
 */
export async function remindersDue(tx: Tx): Promise<DueReminder[]> {
	const found: DueReminder[] = [];
	let after: SQL | undefined;
	for (;;) {
		const rows = await candidates(tx, after);
		for (const row of rows) {
			const decision = decide(row);
			if (decision.send !== null || decision.passed.length > 0) {
				found.push({ appointmentId: row.id, decision });
			}
		}
		const last = rows.at(-1);
		if (!last || rows.length < PAGE) return found;
		after = sql`(${appointment.startsAt}, ${appointment.id}) > (${last.startsAt.toString()}, ${last.id})`;
	}
}

/** The same for one appointment, its row locked: null when it does not stand any more. */
export async function reminderOf(tx: Tx, appointmentId: string): Promise<ReminderDecision | null> {
	const [locked] = await tx
		.select({ state: appointment.state })
		.from(appointment)
		.where(eq(appointment.id, appointmentId))
		.for('update');
	if (locked?.state !== 'booked') return null;
	const [row] = await candidates(tx, eq(appointment.id, appointmentId));
	return row ? decide(row) : null;
}

function candidates(tx: Tx, condition: SQL | undefined) {
	const moment = now().toString();
	return tx
		.select({
			id: appointment.id,
			startsAt: appointment.startsAt,
			bookedAt: sql`coalesce(${appointment.confirmedAt}, ${appointment.createdAt})`.mapWith(
				appointment.createdAt
			),
			minutes,
			decided,
			email: sql<string | null>`coalesce(${person.email}, ${visitorContact.email})`
		})
		.from(appointment)
		.leftJoin(counterSetting, eq(counterSetting.counterId, appointment.counterId))
		.leftJoin(
			person,
			and(eq(person.applicationId, appointment.applicationId), eq(person.role, 'applicant'))
		)
		.leftJoin(visitorContact, eq(visitorContact.appointmentId, appointment.id))
		.where(
			and(
				// The partial index of busy ranges: it holds nothing but what is to come and a little past.
				takesDesk,
				sql`${appointment.occupiedUntil} > ${moment}`,
				eq(appointment.state, 'booked'),
				sql`${appointment.startsAt} > ${moment}`,
				sql`exists (select from unnest(${minutes}) as lead where lead <> all(${decided})
					and ${appointment.startsAt} - lead * interval '1 minute' <= ${moment})`,
				condition
			)
		)
		.orderBy(asc(appointment.startsAt), asc(appointment.id))
		.limit(PAGE);
}

function decide(row: Awaited<ReturnType<typeof candidates>>[number]): ReminderDecision {
	return dueReminder({ ...row, channel: row.email ? 'email' : 'sms', now: now() });
}
