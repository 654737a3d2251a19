import { and, eq, gte, inArray, lt } from 'drizzle-orm';
import type { Actor, Agent } from '../../domain/accounts/actor.ts';
import { overbookingReason } from '../../domain/appointments/overbooking.ts';
import { dayStartMs, parisDay } from '../../domain/appointments/paris-time.ts';
import { ACTIVE_STATES } from '../../domain/appointments/states.ts';
import { RuleBroken } from '../../domain/errors.ts';
import { requireApplication } from '../applications/access.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { now } from '../clock.ts';
import { appointment } from '../db/schema/appointments.ts';
import { visitorContact } from '../db/schema/booking.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { myCounterFor, requireAgent } from './for-person.ts';
import { lockCounterDay, lockPerson } from './locks.ts';
import { motiveFor, type CounterRow, type MotiveRow } from './offer.ts';
import { closeOverdue } from './own-appointments.ts';
import { placeNow, type Seat } from './walk-in-place.ts';
import { writeHistory } from './write-state.ts';

/** Somebody without a request. Nothing more than receiving them needs: they stand at the desk. */
export type WalkInVisitor = {
	lastName: string;
	firstName: string;
	birthDate: Temporal.PlainDate;
	phone: string | null;
	email: string | null;
	locale: string;
};

export type WalkInInput = {
	/** Code of the motive. */
	motive: string;
	/** Slug of one of the agent's counters. */
	counter: string;
	who: { applicationId: string } | { visitor: WalkInVisitor };
	/** Receives the person although no desk has time today: on purpose, with a reason that the agenda shows. */
	overbookingReason?: string | null;
};

export type WalkedIn = { appointmentId: string; startsAt: Temporal.Instant };

/**
 * Somebody comes without an appointment: written down as arrived, at the desk that is free now or has the shortest
 * wait. Nobody is sent a message, for they are there. Writing the same person down twice is one success.
 *
 * @throws NotFound for whoever is no agent, a stranger's request, another's counter, an unknown motive; RuleBroken
 * `expected-today` (fact `appointmentId`) for somebody who has an appointment at this counter today: note their arrival
 * instead; `no-desk-today` when no opening has room for the visit; `overbooking-reason-too-short`
 */
export async function receiveWalkIn(tx: Tx, actor: Actor, input: WalkInInput): Promise<WalkedIn> {
	const agent = requireAgent(actor);
	const counter = await myCounterFor(tx, agent, input.counter);
	const motive = await motiveFor(tx, agent, input.motive);
	const applicationId = 'applicationId' in input.who ? input.who.applicationId : null;
	if (applicationId) await requireApplication(tx, agent, applicationId);
	const reason = input.overbookingReason ? overbookingReason(input.overbookingReason) : null;
	if (applicationId) await lockPerson(tx, applicationId);
	await lockCounterDay(tx, counter.id, parisDay(now()));
	if (applicationId) await closeOverdue(tx, agent, applicationId);
	const known = await alreadyHere(tx, counter, motive, input.who);
	if (known) return known;
	const walk = { applicationId, motive, counterId: counter.id, reason };
	const seat = await placeNow(tx, agent, walk);
	await write(tx, agent, seat, { ...input, counter, applicationId });
	return { appointmentId: seat.id, startsAt: seat.startsAt };
}

async function write(
	tx: Tx,
	agent: Agent,
	seat: Seat,
	{ who, counter, applicationId }: Pick<WalkInInput, 'who'> & Written
): Promise<void> {
	if ('visitor' in who) {
		await tx.insert(visitorContact).values({ ...who.visitor, appointmentId: seat.id });
	}
	await writeHistory(tx, agent, [
		{ id: seat.id, from: null, to: 'arrived', reason: seat.reason ?? 'walk-in' }
	]);
	await recordAudit(tx, agent, {
		action: 'receive-walk-in',
		applicationId,
		subjectKind: 'appointment',
		subjectId: seat.id,
		detail: { counter: counter.slug, overbooked: seat.reason !== null }
	});
}

type Written = { counter: CounterRow; applicationId: string | null };

/** A second tap finds the first one's line; an appointment of today is to be used, not doubled. */
async function alreadyHere(
	tx: Tx,
	counter: CounterRow,
	motive: MotiveRow,
	who: WalkInInput['who']
): Promise<WalkedIn | null> {
	const rows = await todaysOf(tx, counter, who);
	const here = rows.find(
		({ row }) => row.walkIn && row.state !== 'booked' && row.motiveCode === motive.code
	);
	if (here) return { appointmentId: here.row.id, startsAt: here.row.startsAt };
	const expected = rows.find(({ row }) => !row.walkIn || row.state === 'booked');
	if (expected) throw new RuleBroken('expected-today', { appointmentId: expected.row.id });
	return null;
}

function todaysOf(tx: Tx, counter: CounterRow, who: WalkInInput['who']) {
	const begin = parisDay(now());
	const at = (day: Temporal.PlainDate) => Temporal.Instant.fromEpochMilliseconds(dayStartMs(day));
	const same =
		'applicationId' in who
			? eq(appointment.applicationId, who.applicationId)
			: and(
					eq(visitorContact.birthDate, who.visitor.birthDate),
					eq(visitorContact.lastName, who.visitor.lastName),
					eq(visitorContact.firstName, who.visitor.firstName)
				);
	return tx
		.select({ row: appointment })
		.from(appointment)
		.leftJoin(visitorContact, eq(visitorContact.appointmentId, appointment.id))
		.where(
			and(
				eq(appointment.counterId, counter.id),
				gte(appointment.startsAt, at(begin)),
				lt(appointment.startsAt, at(begin.add({ days: 1 }))),
				inArray(appointment.state, [...ACTIVE_STATES]),
				same
			)
		);
}
