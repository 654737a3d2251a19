import { and, eq, inArray, lte, sql } from 'drizzle-orm';
import { actorLabel, type Actor } from '../../domain/accounts/actor.ts';
import { isOffered } from '../../domain/appointments/free-slots.ts';
import { parisDay } from '../../domain/appointments/paris-time.ts';
import type { SlotSearch } from '../../domain/appointments/types.ts';
import { RuleBroken } from '../../domain/errors.ts';
import { now } from '../clock.ts';
import { appointment } from '../db/schema/appointments.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { lockCounterDay } from './locks.ts';
import { searchFor, type MotiveRow } from './offer.ts';
import { writeHistory } from './write-state.ts';

export type Place = {
	motive: MotiveRow;
	counterId: string;
	startsAt: Temporal.Instant;
	/** In whose name; empty for a visitor. */
	applicationId: string | null;
	/** The appointment being moved: its own time does not stand in its way. */
	exceptId?: string;
	state: 'held' | 'booked';
	/** What else to write in the row. */
	others?: Partial<typeof appointment.$inferInsert>;
};

/**
 * Takes one desk of a counter for one visit, or says that somebody else has it. The rules are asked again, and the
 * free desks tried in random order, so that people who want the same time do not queue up at the first desk. When none
 * can be had, expired holds in the way are freed in the same transaction. The database has the last word.
 *
 * @returns the id of the new row
 * @throws RuleBroken `time-not-offered` when no rule proposes this start, `time-taken` when another person has it
 */
export async function takePlace(tx: Tx, actor: Actor, place: Place): Promise<string> {
	const day = parisDay(place.startsAt);
	// The constraint does not count visits: those who want the last one of a day go one after the other.
	if (place.motive.maxPerDayAndDesk !== null) await lockCounterDay(tx, place.counterId, day);
	const search = await searchFor(tx, actor, {
		motive: place.motive,
		counterIds: [place.counterId],
		from: day,
		until: day,
		holdsOf: place.applicationId,
		exceptId: place.exceptId ?? null
	});
	const deskIds = isOffered(search, place);
	if (deskIds.length === 0) throw new RuleBroken(reasonFor(search, place));
	const taken = await tryDesks(tx, actor, place, deskIds);
	if (taken) return taken;
	const isFreed = await freeExpiredHolds(tx, actor, place, deskIds);
	const second = isFreed ? await tryDesks(tx, actor, place, deskIds) : null;
	if (second) return second;
	throw new RuleBroken('time-taken');
}

async function tryDesks(
	tx: Tx,
	actor: Actor,
	place: Place,
	deskIds: readonly string[]
): Promise<string | null> {
	for (const deskId of inRandomOrder(deskIds)) {
		const id = await tryDesk(tx, actor, place, deskId);
		if (id) return id;
	}
	return null;
}

function reasonFor(search: SlotSearch, place: Place): string {
	const emptied = { ...search, busy: [] };
	return isOffered(emptied, place).length > 0 ? 'time-taken' : 'time-not-offered';
}

/** An expired hold still stands in the index until somebody changes its state: `now()` cannot be in a constraint. */
async function freeExpiredHolds(
	tx: Tx,
	actor: Actor,
	place: Place,
	deskIds: readonly string[]
): Promise<boolean> {
	const { from, until } = occupied(place);
	const inTheWay = and(
		inArray(appointment.deskId, [...deskIds]),
		eq(appointment.state, 'held'),
		lte(appointment.heldUntil, now()),
		sql`${appointment.occupiedFrom} < ${until.toString()} and ${appointment.occupiedUntil} > ${from.toString()}`
	);
	const seen = await tx.select({ id: appointment.id }).from(appointment).where(inTheWay).limit(1);
	if (seen.length === 0) return false;
	await lockCounterDay(tx, place.counterId, parisDay(place.startsAt));
	const freed = await tx
		.update(appointment)
		.set({ state: 'expired', updatedAt: now() })
		.where(inTheWay)
		.returning({ id: appointment.id });
	await writeHistory(
		tx,
		actor,
		freed.map(({ id }) => ({ id, from: 'held', to: 'expired', reason: 'ran out' }))
	);
	return true;
}

async function tryDesk(tx: Tx, actor: Actor, place: Place, deskId: string): Promise<string | null> {
	const { from, until, endsAt } = occupied(place);
	const at = now();
	const [taken] = await tx
		.insert(appointment)
		.values({
			channel: place.motive.onSite ? 'on_site' : 'telephone',
			...place.others,
			counterId: place.counterId,
			deskId,
			motiveCode: place.motive.code,
			applicationId: place.applicationId,
			startsAt: place.startsAt,
			endsAt,
			occupiedFrom: from,
			occupiedUntil: until,
			state: place.state,
			createdAt: at,
			updatedAt: at,
			createdBy: actorLabel(actor)
		})
		.onConflictDoNothing()
		.returning({ id: appointment.id });
	return taken?.id ?? null;
}

function occupied({ motive, startsAt }: Place) {
	const endsAt = startsAt.add({ minutes: motive.durationMinutes });
	return {
		endsAt,
		from: startsAt.subtract({ minutes: motive.bufferBeforeMinutes }),
		until: endsAt.add({ minutes: motive.bufferAfterMinutes })
	};
}

function inRandomOrder(deskIds: readonly string[]): string[] {
	return deskIds
		.map((deskId) => ({ deskId, rank: Math.random() }))
		.sort((a, b) => a.rank - b.rank)
		.map(({ deskId }) => deskId);
}
