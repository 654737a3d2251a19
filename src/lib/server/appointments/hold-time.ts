import type { Actor } from '../../domain/accounts/actor.ts';
import { isHoldRunning } from '../../domain/appointments/windows.ts';
import { RuleBroken } from '../../domain/errors.ts';
import { now } from '../clock.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { requireApplicant } from './access.ts';
import type { BookInput } from './book-appointment.ts';
import { channelFor, requirePhoneOf } from './channel.ts';
import { lockPerson } from './locks.ts';
import { counterFor, motiveFor } from './offer.ts';
import { giveBack, isSameVisit, standingOf } from './own-appointments.ts';
import { takePlace } from './take-place.ts';

/** How long a chosen time is kept while the person reads and confirms, in minutes. */
export const HOLD_MINUTES = 10;

export type Held = { appointmentId: string; heldUntil: Temporal.Instant };

/**
 * Keeps a chosen time for an applicant. One hold a person: choosing another time gives the first back, choosing the
 * same again keeps what is left of its ten minutes, so that nobody holds a place by reloading a page.
 *
 * @throws as bookAppointment
 */
export async function holdTime(tx: Tx, actor: Actor, input: BookInput): Promise<Held> {
	const applicationId = requireApplicant(actor);
	const motive = await motiveFor(tx, actor, input.motive);
	const { id: counterId } = await counterFor(tx, input.counter);
	const channel = channelFor(motive, input.channel);
	await requirePhoneOf(tx, channel, applicationId);
	await lockPerson(tx, applicationId);
	const { booked, hold } = await standingOf(tx, actor, applicationId, motive.code);
	if (booked) throw new RuleBroken('already-booked', { appointmentId: booked.id });
	if (
		hold?.heldUntil &&
		isHoldRunning(hold.heldUntil, now()) &&
		isSameVisit(hold, { ...input, counterId }) &&
		hold.channel === channel
	) {
		return { appointmentId: hold.id, heldUntil: hold.heldUntil };
	}
	if (hold) await giveBack(tx, actor, hold);
	const heldUntil = now().add({ minutes: HOLD_MINUTES });
	const id = await takePlace(tx, actor, {
		motive: motive.code,
		counterId,
		startsAt: input.startsAt,
		applicationId,
		state: 'held',
		others: { heldUntil, channel }
	});
	return { appointmentId: id, heldUntil };
}
