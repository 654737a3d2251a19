import {
	and,
	asc,
	count,
	eq,
	gt,
	inArray,
	min,
	notExists,
	sql,
	type Placeholder,
	type SQL
} from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import {
	RECEPTION_URGENT_DAYS,
	receptionDelay,
	type ReceptionDelay,
	type ReceptionDelayMonths
} from '../../domain/appointments/reception-delay.ts';
import { ACTIVE_STATES } from '../../domain/appointments/states.ts';
import { NotFound } from '../../domain/errors.ts';
import { inParis } from '../../domain/words.ts';
import { builtForActor, visibleApplications } from '../applications/access.ts';
import { now, today } from '../clock.ts';
import type { Given } from '../db/built.ts';
import { application, person } from '../db/schema/applications.ts';
import { appointment } from '../db/schema/appointments.ts';
import { takesDesk } from '../appointments/occupying-states.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { settingOf } from '../settings/queries.ts';
import { askedToBeReceived, notYetReceived } from './asked-to-be-received.ts';

const PAGE_SIZE = 25;

export type ReceptionRow = ReceptionDelay & {
	applicationId: string;
	uniqueNumber: string;
	filedOn: Temporal.PlainDate;
	lastName: string | null;
	firstName: string | null;
	/** Their next appointment at any counter, or null. */
	nextAt: Temporal.Instant | null;
	/** The next appointment is on the last day of the delay at the latest. */
	bookedInTime: boolean;
};

export type ReceptionQueue = { rows: ReceptionRow[]; more: boolean; months: ReceptionDelayMonths };

/**
 * Who asked to be received and was not yet, the shortest delay first, those overdue before all. Territory of the agent
 * alone. The delay runs from registration (CCH L441-2-8 I §2), by the setting `reception_delay_months`.
 * @param page from 0
 * @throws NotFound for whoever is no agent
 */
export async function receptionQueue(tx: Tx, actor: Actor, page = 0): Promise<ReceptionQueue> {
	requireAgent(actor);
	const { value: months } = await settingOf(tx, 'reception_delay_months');
	const next = nextAppointments(tx);
	const found = await tx
		.select({
			applicationId: application.id,
			uniqueNumber: application.uniqueNumber,
			filedOn: application.filedOn,
			lastName: person.lastName,
			firstName: person.firstName,
			nextAt: next.startsAt
		})
		.from(application)
		.innerJoin(person, and(eq(person.applicationId, application.id), eq(person.role, 'applicant')))
		.leftJoin(next, eq(next.applicationId, application.id))
		.where(and(visibleApplications(actor), notYetReceived(tx), askedToBeReceived))
		// The same delay for all: in the order of registration is in the order of the days left.
		.orderBy(asc(application.filedOn), asc(application.id))
		.limit(PAGE_SIZE + 1)
		.offset(page * PAGE_SIZE);
	return {
		rows: found.slice(0, PAGE_SIZE).map((row) => withDelay(row, months)),
		more: found.length > PAGE_SIZE,
		months
	};
}

/**
 * How many of them have 10 days left or fewer, or none, and no appointment in time: what an agent has to do today.
 * @throws NotFound for whoever is no agent
 */
export async function countReceptionsDue(tx: Tx, actor: Actor): Promise<number> {
	requireAgent(actor);
	const { value: months } = await settingOf(tx, 'reception_delay_months');
	const until = today().add({ days: RECEPTION_URGENT_DAYS });
	const [found] = await due(tx, actor, { months, until, now: now() });
	return found?.requests ?? 0;
}

const due = builtForActor(
	(tx, visible, { months, until, now }: Given<'months' | 'until' | 'now'>) => {
		// Looked up for each of the few who asked: the coming appointments of everybody grow with the region.
		const inTime = tx
			.select({ one: sql`1` })
			.from(appointment)
			.where(
				and(
					eq(appointment.applicationId, application.id),
					inArray(appointment.state, [...ACTIVE_STATES]),
					gt(appointment.endsAt, now),
					sql`(${appointment.startsAt} at time zone 'Europe/Paris')::date <= ${dueOn(months)}`
				)
			);
		return tx
			.select({ requests: count() })
			.from(application)
			.where(
				and(
					visible,
					notYetReceived(tx),
					askedToBeReceived,
					sql`${dueOn(months)} <= ${until}::date`,
					notExists(inTime)
				)
			);
	}
);

/** PostgreSQL adds months as we do: 31 January and one month is the last day of February. */
export function dueOn(months: ReceptionDelayMonths | Placeholder): SQL {
	return sql`(${application.filedOn} + make_interval(months => ${months}::int))::date`;
}

function requireAgent(actor: Actor): void {
	if (actor.kind !== 'agent') throw new NotFound('reception-queue');
}

function nextAppointments(tx: Tx) {
	return tx
		.select({
			applicationId: appointment.applicationId,
			startsAt: min(appointment.startsAt).as('next_starts_at')
		})
		.from(appointment)
		.where(
			and(
				inArray(appointment.state, [...ACTIVE_STATES]),
				gt(appointment.endsAt, now()),
				// Implied by the two above, and what the index of what is taken begins with (appointment_busy).
				takesDesk,
				gt(appointment.occupiedUntil, now()),
				sql`${appointment.applicationId} is not null`
			)
		)
		.groupBy(appointment.applicationId)
		.as('next_appointment');
}

type Found = Omit<ReceptionRow, keyof ReceptionDelay | 'bookedInTime'>;

function withDelay(row: Found, months: ReceptionDelayMonths): ReceptionRow {
	const delay = receptionDelay(row.filedOn, months, today());
	const bookedInTime =
		row.nextAt !== null && Temporal.PlainDate.compare(inParis(row.nextAt).day, delay.dueOn) <= 0;
	return { ...row, ...delay, bookedInTime };
}
