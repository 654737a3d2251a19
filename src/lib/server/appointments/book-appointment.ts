import { eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { can } from '../../domain/appointments/states.ts';
import { brokenWindow } from '../../domain/appointments/windows.ts';
import { RuleBroken } from '../../domain/errors.ts';
import { now } from '../clock.ts';
import { appointment } from '../db/schema/appointments.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { appointmentActor, requireApplicant } from './access.ts';
import { announce } from './announce.ts';
import { channelFor, type Channel } from './channel.ts';
import { linkHash, linkToken } from './links.ts';
import { lockPerson } from './locks.ts';
import { counterFor, motiveFor, type MotiveRow } from './offer.ts';
import { giveBack, isSameVisit, standingOf, type AppointmentRow } from './own-appointments.ts';
import { takePlace } from './take-place.ts';
import { writeHistory, writeState } from './write-state.ts';

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
 * `channel-not-offered`
 */
export async function bookAppointment(tx: Tx, actor: Actor, input: BookInput): Promise<Booked> {
	const applicationId = requireApplicant(actor);
	const motive = await motiveFor(tx, actor, input.motive);
	const { id: counterId } = await counterFor(tx, input.counter);
	await lockPerson(tx, applicationId);
	const asked = { ...input, counterId };
	const { booked: known, hold } = await standingOf(tx, actor, applicationId, motive.code);
	if (known) {
		if (isSameVisit(known, asked)) return bookedAs(known.id);
		throw new RuleBroken('already-booked', { appointmentId: known.id });
	}
	const id = isMyTime(hold, asked, actor)
		? await confirm(tx, actor, hold.id)
		: await takeDirectly(
				tx,
				actor,
				{
					motive,
					counterId,
					startsAt: input.startsAt,
					applicationId,
					channel: channelFor(motive, input.channel)
				},
				hold
			);
	await announce(tx, actor, id, 'booked');
	return bookedAs(id);
}

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
	return id;
}

type Visit = {
	motive: MotiveRow;
	counterId: string;
	startsAt: Temporal.Instant;
	applicationId: string;
	channel: Channel;
};

async function takeDirectly(
	tx: Tx,
	actor: Actor,
	visit: Visit,
	hold: AppointmentRow | null
): Promise<string> {
	if (hold) await giveBack(tx, actor, hold);
	const id = await takePlace(tx, actor, {
		...visit,
		state: 'booked',
		others: { confirmedAt: now(), channel: visit.channel }
	});
	await tx
		.update(appointment)
		.set({ linkHash: linkHash(linkToken(id)) })
		.where(eq(appointment.id, id));
	await writeHistory(tx, actor, [{ id, from: null, to: 'booked' }]);
	return id;
}
