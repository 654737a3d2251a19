import { eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { freeSlots } from '../../domain/appointments/free-slots.ts';
import { parisDay } from '../../domain/appointments/paris-time.ts';
import type { Slot } from '../../domain/appointments/types.ts';
import { isWorthOffering, offerEnd } from '../../domain/waiting/offers.ts';
import { searchFor, type MotiveRow } from '../appointments/offer.ts';
import { now } from '../clock.ts';
import { motive } from '../db/schema/counters.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { waiters, type WaitingPerson } from './waiters.ts';

export type PlannedOffer = { entryId: string; startsAt: Temporal.Instant };

/**
 * Which free place goes to whom: each person on the list, in turn, the first that is worth a message to them and was
 * not given to somebody before them. One look at the calendar for each motive that is waited for; nothing is written.
 */
export async function planOffers(tx: Tx, actor: Actor): Promise<PlannedOffer[]> {
	const turn = await waiters(tx);
	const pools = await freePlaces(tx, actor, turn);
	const moment = now();
	const given: Slot[] = [];
	const planned: PlannedOffer[] = [];
	for (const waiter of turn) {
		const pool = pools.get(waiter.motiveCode);
		if (!pool) continue;
		const { minimumNoticeMinutes } = pool.motive;
		const limits = { offerEnd: offerEnd(moment), minimumNoticeMinutes };
		const place = pool.slots.find(
			(slot) =>
				slot.counterId === waiter.counterId &&
				isWorthOffering(waiter, slot.startsAt, limits) &&
				!given.some((other) => overlap(slot, other))
		);
		if (!place) continue;
		given.push(place);
		planned.push({ entryId: waiter.id, startsAt: place.startsAt });
	}
	return planned;
}

type Pool = { motive: MotiveRow; slots: Slot[] };

async function freePlaces(tx: Tx, actor: Actor, turn: readonly WaitingPerson[]) {
	const pools = new Map<string, Pool>();
	for (const [code, waiting] of Map.groupBy(turn, ({ motiveCode }) => motiveCode)) {
		const [wanted] = await tx.select().from(motive).where(eq(motive.code, code));
		if (!wanted?.active) continue;
		const from = parisDay(now());
		const until = lastDay(waiting, from.add({ days: wanted.horizonDays }));
		if (Temporal.PlainDate.compare(until, from) < 0) continue;
		const counterIds = [...new Set(waiting.map(({ counterId }) => counterId))];
		const search = await searchFor(tx, actor, { motive: wanted, counterIds, from, until });
		pools.set(code, { motive: wanted, slots: freeSlots(search) });
	}
	return pools;
}

/** Nobody gains by a place after the last appointment that any of them has. */
function lastDay(waiting: readonly WaitingPerson[], horizon: Temporal.PlainDate) {
	let last: Temporal.PlainDate | null = null;
	for (const { currentStart } of waiting) {
		const day = currentStart ? parisDay(currentStart) : horizon;
		if (!last || Temporal.PlainDate.compare(day, last) > 0) last = day;
	}
	return last && Temporal.PlainDate.compare(last, horizon) < 0 ? last : horizon;
}

function overlap(a: Slot, b: Slot): boolean {
	return (
		a.deskId === b.deskId &&
		Temporal.Instant.compare(a.occupiedFrom, b.occupiedUntil) < 0 &&
		Temporal.Instant.compare(b.occupiedFrom, a.occupiedUntil) < 0
	);
}
