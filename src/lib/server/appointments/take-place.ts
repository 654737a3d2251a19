import { and, eq, inArray } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { isOffered } from '../../domain/appointments/free-slots.ts';
import { parisDay } from '../../domain/appointments/paris-time.ts';
import type { SlotSearch } from '../../domain/appointments/types.ts';
import { NotFound, RuleBroken } from '../../domain/errors.ts';
import { now } from '../clock.ts';
import { appointment } from '../db/schema/appointments.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { knownTimes } from './known-times.ts';
import { lockCounterDay } from './locks.ts';
import { rulesFor } from './offer.ts';
import { askPlace, type LapsedHold, type PlaceAnswer } from './place-question.ts';
import { placeRow, type Place } from './place-row.ts';
import { writeHistory } from './write-state.ts';
import { writePlace, writePlaceLast } from './write-place.ts';

/** Each try in vain is a place that somebody else took, or openings that changed, in the same instant. */
const TRIES = 10;

/**
 * Takes one desk of a counter for one visit, or says that somebody else has it. The rules are asked again, and one of
 * the free desks is tried at random, so that people who want the same time do not queue up at the first; when it went
 * to somebody else in the same instant, all is asked anew. Expired holds in the way are freed in the same transaction.
 * The database has the last word: on the desk by its constraint, on the openings by their version. What is booked has
 * its private link, and each line its history.
 *
 * @param asked what the database knows of the place, when it was asked already
 * @returns the id of the new row
 * @throws RuleBroken `time-not-offered` when no rule proposes this start, `time-taken` when another person has it
 */
export async function takePlace(
	tx: Tx,
	actor: Actor,
	place: Place,
	asked?: PlaceAnswer
): Promise<string> {
	let answer: PlaceAnswer | undefined = asked;
	let isCounted = false;
	for (let tries = 0; tries < TRIES; tries += 1, answer = undefined) {
		answer ??= await askPlace(tx, questionOf(place));
		const known = await knownTimes(tx, answer.version);
		const motive = known.motives.get(place.motive);
		if (!motive) throw new NotFound('motive');
		if (motive.maxPerDayAndDesk !== null && !isCounted) {
			// The constraint does not count visits: those who want the last one of a day go one after the other.
			await lockCounterDay(tx, place.counterId, parisDay(place.startsAt));
			isCounted = true;
			continue;
		}
		const { version, busy, lapsed } = answer;
		const day = parisDay(place.startsAt);
		const look = { motive, counterIds: [place.counterId], from: day, until: day };
		const search = { ...rulesFor(known, actor, look), busy, now: now() };
		const deskId = pick(isOffered(search, place), lapsed);
		if (!deskId) throw new RuleBroken(reasonFor(search, place));
		const expired = lapsed.filter((each) => each.deskId === deskId);
		if (expired.length > 0) await freeExpiredHolds(tx, actor, place, expired);
		const row = placeRow(actor, place, motive, deskId);
		const { reason = null, messages } = place;
		const written = { row, reason, messages: messages?.(row, known) ?? [], version };
		if (place.isLast) writePlaceLast(tx, written);
		if (place.isLast || (await writePlace(tx, written))) return row.id;
	}
	throw new RuleBroken('time-taken');
}

function questionOf({ motive, counterId, startsAt, applicationId, exceptId }: Place) {
	return { motive, counter: { id: counterId }, startsAt, holdsOf: applicationId, exceptId };
}

/** Any of the free desks; one that an expired hold still blocks only when there is no other. */
function pick(deskIds: readonly string[], lapsed: readonly LapsedHold[]): string | undefined {
	const clear = deskIds.filter((id) => !lapsed.some(({ deskId }) => deskId === id));
	const among = clear.length > 0 ? clear : deskIds;
	return among[Math.floor(Math.random() * among.length)];
}

function reasonFor(search: SlotSearch, place: Place): string {
	const emptied = { ...search, busy: [] };
	return isOffered(emptied, place).length > 0 ? 'time-taken' : 'time-not-offered';
}

/** An expired hold still stands in the index until somebody changes its state: `now()` cannot be in a constraint. */
async function freeExpiredHolds(
	tx: Tx,
	actor: Actor,
	{ counterId, startsAt }: Place,
	expired: readonly LapsedHold[]
): Promise<void> {
	// Two who free the same holds do so one after the other, whatever the order in which they found them.
	await lockCounterDay(tx, counterId, parisDay(startsAt));
	const ids = expired.map(({ id }) => id);
	const freed = await tx
		.update(appointment)
		.set({ state: 'expired', updatedAt: now() })
		.where(and(inArray(appointment.id, ids), eq(appointment.state, 'held')))
		.returning({ id: appointment.id });
	await writeHistory(
		tx,
		actor,
		freed.map(({ id }) => ({ id, from: 'held', to: 'expired', reason: 'ran out' }))
	);
}
