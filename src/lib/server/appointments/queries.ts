import { and, asc, desc, eq, gt, gte, inArray, lt, sql, type SQL } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { dayStartMs } from '../../domain/appointments/paris-time.ts';
import { DEFAULT_WINDOWS } from '../../domain/appointments/windows.ts';
import { built, type Given } from '../db/built.ts';
import { appointment } from '../db/schema/appointments.ts';
import { application, person } from '../db/schema/applications.ts';
import { counterSetting, visitorContact } from '../db/schema/booking.ts';
import { counter, counterFact, desk, motive } from '../db/schema/counters.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { isUuid } from '../applications/access.ts';
import { linkHash } from './links.ts';
import { requireOwnCounter, visibleAppointments } from './access.ts';
import { findOwnAppointment, type AppointmentKey } from './find-own-appointment.ts';
import { successorOf } from './successor.ts';
import type { AppointmentRow } from './own-appointments.ts';

const details = {
	row: appointment,
	motive: { code: motive.code, label: motive.label, bring: motive.bring },
	counter: { id: counter.id, slug: counter.slug, name: counter.name },
	address: counterFact.value,
	addressConfirmed: counterFact.confirmed,
	/** Where an agent calls when the visit is by telephone. */
	phone: sql<string | null>`coalesce(${person.phone}, ${visitorContact.phone})`,
	/** Until how many minutes before the start the person cancels or moves alone: the counter's choice. */
	cancelUntilMinutes: sql<number>`coalesce(${counterSetting.cancelUntilMinutes}, ${DEFAULT_WINDOWS.cancelUntilMinutes}::int)`
};

function withPlace(tx: Tx) {
	return tx
		.select(details)
		.from(appointment)
		.innerJoin(motive, eq(motive.code, appointment.motiveCode))
		.innerJoin(counter, eq(counter.id, appointment.counterId))
		.leftJoin(
			counterFact,
			and(eq(counterFact.counterId, counter.id), eq(counterFact.kind, 'address'))
		)
		.leftJoin(counterSetting, eq(counterSetting.counterId, counter.id))
		.leftJoin(
			person,
			and(eq(person.applicationId, appointment.applicationId), eq(person.role, 'applicant'))
		)
		.leftJoin(visitorContact, eq(visitorContact.appointmentId, appointment.id));
}

/** An appointment with what it is about and where it takes place. */
export type AppointmentView = Awaited<ReturnType<typeof withPlace>>[number];

/** The appointments of the request, the nearest to come first, then the past, newest first. Holds are not among them. */
export async function myAppointments(tx: Tx, actor: Actor, now: Temporal.Instant) {
	const all = await withPlace(tx)
		.where(
			and(visibleAppointments(actor), sql`${appointment.state} not in ('held', 'expired', 'moved')`)
		)
		.orderBy(desc(appointment.startsAt))
		.limit(100);
	const isAhead = ({ row }: AppointmentView) =>
		['booked', 'arrived', 'called', 'in_interview'].includes(row.state) &&
		Temporal.Instant.compare(row.endsAt, now) > 0;
	return {
		upcoming: all.filter(isAhead).reverse(),
		past: all.filter((each) => !isAhead(each))
	};
}

/**
 * One appointment, by its id for who may see it, or by its private link for anyone. When it was moved, what it was
 * moved to: an old message still leads to the right place.
 * @throws NotFound for a stranger's as for an unknown one
 */
export async function appointmentFor(
	tx: Tx,
	actor: Actor,
	key: AppointmentKey
): Promise<AppointmentView> {
	const [{ row }, [seen]] = await Promise.all([
		findOwnAppointment(tx, actor, key),
		withPlace(tx).where(named(key))
	]);
	const last = await lastOf(tx, row);
	if (last.id === row.id) return seen!;
	const [view] = await withPlace(tx).where(eq(appointment.id, last.id));
	return view!;
}

function named(key: AppointmentKey): SQL {
	if ('token' in key) return eq(appointment.linkHash, linkHash(key.token));
	return isUuid(key.id) ? eq(appointment.id, key.id) : sql`false`;
}

async function lastOf(tx: Tx, row: AppointmentRow): Promise<AppointmentRow> {
	if (row.state !== 'moved') return row;
	const next = await successorOf(tx, row);
	return next ? lastOf(tx, next) : row;
}

/** The first appointment of a chain of moves: what the calendar knows them all by. */
export async function firstOf(tx: Tx, appointmentId: string): Promise<string> {
	const found = await tx.execute<{ id: string }>(sql`
		with recursive chain as (
			select id, moved_from_id from appointment where id = ${appointmentId}
			union all
			select earlier.id, earlier.moved_from_id from appointment earlier join chain on earlier.id = chain.moved_from_id
		)
		select id from chain where moved_from_id is null`);
	return found.rows[0]?.id ?? appointmentId;
}

/** The time an applicant holds at this moment, or null. */
export async function myHold(
	tx: Tx,
	actor: Actor,
	now: Temporal.Instant
): Promise<AppointmentView | null> {
	const [found] = await withPlace(tx).where(
		and(
			visibleAppointments(actor),
			eq(appointment.state, 'held'),
			sql`${appointment.heldUntil} > ${now.toString()}`
		)
	);
	return found ?? null;
}

const AGENDA_STATES = [
	'booked',
	'arrived',
	'called',
	'in_interview',
	'received',
	'absent',
	'cancelled_by_applicant',
	'cancelled_by_service',
	'unrecorded'
] as const;

/**
 * The day of a counter, all desks, in order of time: who comes, for what, and where it stands.
 * @throws NotFound for a counter that is not this agent's
 */
export async function agendaOfDay(
	tx: Tx,
	actor: Actor,
	counterId: string,
	day: Temporal.PlainDate
) {
	requireOwnCounter(actor, counterId);
	const at = (date: Temporal.PlainDate) => Temporal.Instant.fromEpochMilliseconds(dayStartMs(date));
	return agenda(tx, { counterId, begin: at(day), end: at(day.add({ days: 1 })) });
}

const agenda = built((tx, { counterId, begin, end }: Given<'counterId' | 'begin' | 'end'>) =>
	tx
		.select({
			id: appointment.id,
			state: appointment.state,
			startsAt: appointment.startsAt,
			endsAt: appointment.endsAt,
			channel: appointment.channel,
			/** Where to call, for a visit by telephone. */
			phone: sql<string | null>`coalesce(${person.phone}, ${visitorContact.phone})`,
			walkIn: appointment.walkIn,
			overbookingReason: appointment.overbookingReason,
			desk: { id: desk.id, name: desk.name },
			motive: { code: motive.code, label: motive.label },
			applicationId: appointment.applicationId,
			uniqueNumber: application.uniqueNumber,
			/** Of the request, or as a visitor without one said it. */
			lastName: sql<string | null>`coalesce(${person.lastName}, ${visitorContact.lastName})`,
			firstName: sql<string | null>`coalesce(${person.firstName}, ${visitorContact.firstName})`,
			helperKind: appointment.helperKind,
			helperName: appointment.helperName
		})
		.from(appointment)
		.innerJoin(desk, eq(desk.id, appointment.deskId))
		.innerJoin(motive, eq(motive.code, appointment.motiveCode))
		.leftJoin(application, eq(application.id, appointment.applicationId))
		.leftJoin(person, and(eq(person.applicationId, application.id), eq(person.role, 'applicant')))
		.leftJoin(visitorContact, eq(visitorContact.appointmentId, appointment.id))
		.where(
			and(
				eq(appointment.counterId, counterId),
				gte(appointment.startsAt, begin),
				lt(appointment.startsAt, end),
				inArray(appointment.state, [...AGENDA_STATES])
			)
		)
		.orderBy(asc(appointment.startsAt), asc(desk.name))
);

/**
 * The appointment that an applicant still has ahead for a motive, or null: what they are shown instead of a refusal.
 * A visitor has none.
 */
export async function myUpcoming(tx: Tx, actor: Actor, motiveCode: string, now: Temporal.Instant) {
	if (actor.kind !== 'applicant') return null;
	const { applicationId } = actor;
	const [found] = await upcoming(tx, { applicationId, motiveCode, now });
	return found ?? null;
}

const upcoming = built(
	(tx, { applicationId, motiveCode, now }: Given<'applicationId' | 'motiveCode' | 'now'>) =>
		withPlace(tx).where(
			and(
				eq(appointment.applicationId, applicationId),
				eq(appointment.motiveCode, motiveCode),
				eq(appointment.state, 'booked'),
				gt(appointment.endsAt, now)
			)
		)
);
