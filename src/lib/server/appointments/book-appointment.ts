import type { Actor } from '../../domain/accounts/actor.ts';
import { can } from '../../domain/appointments/states.ts';
import { brokenWindow } from '../../domain/appointments/windows.ts';
import { RuleBroken } from '../../domain/errors.ts';
import { now } from '../clock.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { contactsOf, messageRows } from '../notifications/message-rows.ts';
import { appointmentActor, requireApplicant } from './access.ts';
import { announce, announcementOf } from './announce.ts';
import { channelFor, requirePhone, type Channel } from './channel.ts';
import { knownTimes } from './known-times.ts';
import { linkHash, linkToken } from './links.ts';
import { lockPerson } from './locks.ts';
import { counterIn, motiveIn } from './offer.ts';
import { giveBack, isSameVisit, standingOf, type AppointmentRow } from './own-appointments.ts';
import { askBooking, type BookingAnswer } from './place-question.ts';
import type { Place } from './place-row.ts';
import { takePlace } from './take-place.ts';
import { writeState } from './write-state.ts';

export type BookInput = {
	/** Code of the motive. */
	motive: string;
	/** Slug of the counter. */
	counter: string;
	startsAt: Temporal.Instant;
	/** How it takes place; at the counter when left out, if the motive allows it. */
	channel?: Channel | null;
};

export type Booked = { appointmentId: string; token: string };

/**
 * Books one visit in the name of an applicant, from the time they hold or directly. Booking the same visit twice
 * (double tap, two tabs, a retry after a cut) is one success. Queues the confirmation.
 *
 * @throws NotFound for an unknown motive or counter; Refused for a motive that is not theirs or without an account;
 * RuleBroken `already-booked` when they have another appointment for this motive, `time-taken` when somebody else has
 * the place, `time-not-offered` when no rule proposes this start (notice, horizon, hours, closure),
 * `channel-not-offered`, `phone-missing` when nobody could call them
 */
export async function bookAppointment(tx: Tx, actor: Actor, input: BookInput): Promise<Booked> {
	const applicationId = requireApplicant(actor);
	// Asked in one breath: whoever books waits for the database once before the booking itself.
	const [, answer] = await Promise.all([
		lockPerson(tx, applicationId),
		askBooking(tx, { ...input, holdsOf: applicationId })
	]);
	const { booked: known, hold } = answer.isExpected
		? await standingOf(tx, actor, applicationId, input.motive)
		: NOTHING_YET;
	const times = await knownTimes(tx, answer.version);
	const motive = motiveIn(times, actor, input.motive);
	const counter = counterIn(times, input.counter);
	const asked = { ...input, counterId: counter.id };
	if (known) {
		if (isSameVisit(known, asked)) return bookedAs(known.id);
		throw new RuleBroken('already-booked', { appointmentId: known.id });
	}
	if (isMyTime(hold, asked, actor)) return bookedAs(await confirm(tx, actor, hold.id));
	if (hold) await giveBack(tx, actor, hold);
	const channel = channelFor(motive, input.channel);
	requirePhone(channel, answer.phone);
	const wanted: Place = {
		motive: motive.code,
		counterId: counter.id,
		startsAt: input.startsAt,
		applicationId,
		state: 'booked',
		others: { channel },
		messages: confirmation(answer, counter.name),
		isLast: true
	};
	return bookedAs(await takePlace(tx, actor, wanted, answer));
}

const NOTHING_YET = { booked: null, hold: null };

function bookedAs(appointmentId: string): Booked {
	return { appointmentId, token: linkToken(appointmentId) };
}

function isMyTime(
	hold: AppointmentRow | null,
	asked: BookInput & { counterId: string },
	actor: Actor
): hold is AppointmentRow {
	return (
		hold !== null &&
		isSameVisit(hold, asked) &&
		can('confirm', hold.state, appointmentActor(actor)) &&
		brokenWindow('confirm', appointmentActor(actor), hold, now()) === null
	);
}

async function confirm(tx: Tx, actor: Actor, id: string): Promise<string> {
	const others = { heldUntil: null, confirmedAt: now(), linkHash: linkHash(linkToken(id)) };
	await writeState(tx, actor, { id, from: 'held', to: 'booked' }, others);
	await announce(tx, actor, id, 'booked');
	return id;
}

/** What the person is told once a desk is theirs, without reading again what was just written. */
function confirmation(
	{ address, addressConfirmed, ...reach }: BookingAnswer,
	counterName: string
): Place['messages'] {
	return (row, { motives }) => {
		const motive = motives.get(row.motiveCode)!;
		const view = { row, motive, counter: { name: counterName }, address, addressConfirmed };
		return messageRows(contactsOf(reach), announcementOf(view, row.id, 'booked'));
	};
}
