import { and, asc, desc, eq, isNull, ne, sql } from 'drizzle-orm';
import { system, type Actor } from '../../domain/accounts/actor.ts';
import { receptionDelay } from '../../domain/appointments/reception-delay.ts';
import { requireApplicant } from '../appointments/access.ts';
import { bookedFor } from '../appointments/own-appointments.ts';
import { appointmentFor } from '../appointments/queries.ts';
import { today } from '../clock.ts';
import { application, applicationEvent, person } from '../db/schema/applications.ts';
import { appointment } from '../db/schema/appointments.ts';
import { timeRequest, waitingEntry, waitingOffer } from '../db/schema/booking.ts';
import { counter, motive } from '../db/schema/counters.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { settingOf } from '../settings/queries.ts';
import { visibleTimeRequests } from './access.ts';
import { findOffer, phaseOf } from './find-offer.ts';

/**
 * What the holder of an offer's link sees: the place, until when it is kept, and the appointment it would replace.
 * Looking changes nothing.
 * @throws NotFound for a wrong link
 */
export async function offerFor(tx: Tx, token: string) {
	const found = await findOffer(tx, { token });
	const { offer, held, entry } = found;
	const reader = system('waiting-offer');
	const phase = phaseOf(found);
	const oldId = held.applicationId
		? (await bookedFor(tx, held.applicationId, held.motiveCode))?.id
		: entry.appointmentId;
	const old = phase === 'open' && oldId ? await appointmentFor(tx, reader, { id: oldId }) : null;
	return {
		phase,
		expiresAt: offer.expiresAt,
		place: await appointmentFor(tx, reader, { id: held.id }),
		current: old?.row.state === 'booked' ? old : null,
		/** Where who accepted or declined finds what they have; null for an applicant, who has a space. */
		visitorAppointmentId: held.applicationId ? null : entry.appointmentId
	};
}

/** The lists an applicant is on, oldest first, each with the place offered to them at this moment, if any. */
export async function myEntries(tx: Tx, actor: Actor) {
	return tx
		.select({
			id: waitingEntry.id,
			halfDays: waitingEntry.halfDays,
			motive: { code: motive.code, label: motive.label },
			counter: { slug: counter.slug, name: counter.name },
			offer: {
				heldId: waitingOffer.heldAppointmentId,
				startsAt: appointment.startsAt,
				expiresAt: waitingOffer.expiresAt
			}
		})
		.from(waitingEntry)
		.innerJoin(motive, eq(motive.code, waitingEntry.motiveCode))
		.innerJoin(counter, eq(counter.id, waitingEntry.counterId))
		.leftJoin(
			waitingOffer,
			and(eq(waitingOffer.waitingEntryId, waitingEntry.id), eq(waitingOffer.outcome, 'open'))
		)
		.leftJoin(appointment, eq(appointment.id, waitingOffer.heldAppointmentId))
		.where(
			and(eq(waitingEntry.applicationId, requireApplicant(actor)), isNull(waitingEntry.endedAt))
		)
		.orderBy(asc(waitingEntry.createdAt));
}

/** The time requests of an applicant: those that wait and those answered, newest first. */
export async function myTimeRequests(tx: Tx, actor: Actor) {
	return tx
		.select({
			id: timeRequest.id,
			state: timeRequest.state,
			halfDays: timeRequest.halfDays,
			answer: timeRequest.answer,
			createdAt: timeRequest.createdAt,
			answeredAt: timeRequest.answeredAt,
			motive: { code: motive.code, label: motive.label },
			counter: { slug: counter.slug, name: counter.name }
		})
		.from(timeRequest)
		.innerJoin(motive, eq(motive.code, timeRequest.motiveCode))
		.innerJoin(counter, eq(counter.id, timeRequest.counterId))
		.where(
			and(
				eq(timeRequest.applicationId, requireApplicant(actor)),
				visibleTimeRequests(actor),
				ne(timeRequest.state, 'closed')
			)
		)
		.orderBy(desc(timeRequest.createdAt))
		.limit(5);
}

/** As the index says it (time_request_waiting). */
const WAITING = sql`${timeRequest.state} = 'waiting'`;

/** How many requests wait for an answer at the counters of an agent. */
export function countTimeRequests(tx: Tx, actor: Actor): Promise<number> {
	return tx.$count(timeRequest, and(WAITING, visibleTimeRequests(actor)));
}

/**
 * The requests that wait at an agent's counters, oldest first, each with the last day on which the person can be
 * received in time (CCH L441-2-8 I), empty when they were already.
 */
export async function waitingTimeRequests(tx: Tx, actor: Actor, limit = 100) {
	const { value: months } = await settingOf(tx, 'reception_delay_months');
	const rows = await tx
		.select({
			id: timeRequest.id,
			applicationId: timeRequest.applicationId,
			contact: timeRequest.contact,
			halfDays: timeRequest.halfDays,
			note: timeRequest.note,
			locale: timeRequest.locale,
			createdAt: timeRequest.createdAt,
			motive: { code: motive.code, label: motive.label },
			counter: counter.name,
			uniqueNumber: application.uniqueNumber,
			filedOn: application.filedOn,
			firstName: person.firstName,
			lastName: person.lastName,
			wasReceived: sql<boolean>`exists (select from ${applicationEvent} where
				${applicationEvent.applicationId} = ${timeRequest.applicationId} and ${applicationEvent.kind} = 'interviewed')`,
			nextStart: appointment.startsAt
		})
		.from(timeRequest)
		.innerJoin(motive, eq(motive.code, timeRequest.motiveCode))
		.innerJoin(counter, eq(counter.id, timeRequest.counterId))
		.leftJoin(application, eq(application.id, timeRequest.applicationId))
		.leftJoin(person, and(eq(person.applicationId, application.id), eq(person.role, 'applicant')))
		.leftJoin(
			appointment,
			and(
				eq(appointment.applicationId, timeRequest.applicationId),
				eq(appointment.motiveCode, timeRequest.motiveCode),
				eq(appointment.state, 'booked')
			)
		)
		.where(and(WAITING, visibleTimeRequests(actor)))
		.orderBy(asc(timeRequest.createdAt), asc(timeRequest.id))
		.limit(limit);
	return rows.map(({ filedOn, wasReceived, ...row }) => ({
		...row,
		reception: filedOn && !wasReceived ? receptionDelay(filedOn, months, today()) : null
	}));
}
