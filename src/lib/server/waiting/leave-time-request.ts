import { and, eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { RuleBroken } from '../../domain/errors.ts';
import type { HalfDay } from '../../domain/waiting/half-days.ts';
import { NOTE_LENGTH } from '../../domain/waiting/time-requests.ts';
import { requireApplicant } from '../appointments/access.ts';
import { lockPerson } from '../appointments/locks.ts';
import { counterFor, motiveFor } from '../appointments/offer.ts';
import { now } from '../clock.ts';
import { timeRequest } from '../db/schema/booking.ts';
import type { Tx } from '../db/unit-of-work.ts';

export type TimeRequestInput = {
	/** Code of the motive. */
	motive: string;
	/** Slug of the counter. */
	counter: string;
	halfDays: readonly HalfDay[];
	note?: string;
	/** The language in which the person reads the answer. */
	locale: string;
};

/**
 * "No time suits me": leaves with a counter the half-days that would. One open request a motive: leaving another
 * changes the first and keeps its turn.
 *
 * @returns the id of the request
 * @throws NotFound for an unknown motive or counter; Refused without an account or for a motive of the agents' alone;
 * RuleBroken `half-days-missing`, `note-too-long`
 */
export async function leaveTimeRequest(
	tx: Tx,
	actor: Actor,
	input: TimeRequestInput
): Promise<string> {
	const applicationId = requireApplicant(actor);
	const note = input.note?.trim() || null;
	if (input.halfDays.length === 0) throw new RuleBroken('half-days-missing');
	if (note && note.length > NOTE_LENGTH)
		throw new RuleBroken('note-too-long', { most: NOTE_LENGTH });
	const motive = await motiveFor(tx, actor, input.motive);
	const { id: counterId } = await counterFor(tx, input.counter);
	await lockPerson(tx, applicationId);
	const wish = { counterId, halfDays: [...input.halfDays], note, locale: input.locale };
	const [changed] = await tx
		.update(timeRequest)
		.set(wish)
		.where(
			and(
				eq(timeRequest.applicationId, applicationId),
				eq(timeRequest.motiveCode, motive.code),
				eq(timeRequest.state, 'waiting')
			)
		)
		.returning({ id: timeRequest.id });
	if (changed) return changed.id;
	const [left] = await tx
		.insert(timeRequest)
		.values({ ...wish, applicationId, motiveCode: motive.code, createdAt: now() })
		.returning({ id: timeRequest.id });
	return left!.id;
}
