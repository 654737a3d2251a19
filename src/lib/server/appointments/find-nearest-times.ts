import type { Actor } from '../../domain/accounts/actor.ts';
import { nearestSlots, nearestStarts } from '../../domain/appointments/free-slots.ts';
import { parisDay } from '../../domain/appointments/paris-time.ts';
import type { OfferedStart, SlotSearch } from '../../domain/appointments/types.ts';
import { now } from '../clock.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { knownTimes } from './known-times.ts';
import { motiveIn, searchFor, type CounterRow } from './offer.ts';

export type NearestInput = {
	motive: string;
	/** Slug of the counter that was wanted. */
	counter: string;
	startsAt: Temporal.Instant;
	exceptId?: string;
};

export type NearTime = OfferedStart & { counter: CounterRow };
export type NearTimes = { here: NearTime[]; elsewhere: NearTime[] };

/** How many are proposed at the counter that was wanted, and at the others together. */
const HERE = 6;
const ELSEWHERE = 4;

/** How many days around the time that was wanted are looked at first, and next; then everything that can be booked. */
const DAYS_AROUND = [3, 10];

/**
 * What to propose to somebody whose time was taken: the nearest free ones at the same counter, and the nearest at the
 * others, one a counter.
 * @throws as findTimes
 */
export async function findNearestTimes(
	tx: Tx,
	actor: Actor,
	input: NearestInput
): Promise<NearTimes> {
	const known = await knownTimes(tx);
	const motive = motiveIn(known, actor, input.motive);
	const { counters } = known;
	const wanted = parisDay(input.startsAt);
	const today = parisDay(now());
	const whole = { from: today, until: today.add({ days: motive.horizonDays }) };
	const windows = DAYS_AROUND.map((days) => ({
		from: wanted.subtract({ days }),
		until: wanted.add({ days })
	}));
	let found: NearTimes = { here: [], elsewhere: [] };
	for (const days of [...windows, whole]) {
		const search = await searchFor(tx, actor, {
			motive,
			counterIds: counters.map(({ id }) => id),
			...days,
			holdsOf: 'applicationId' in actor ? actor.applicationId : null,
			exceptId: input.exceptId ?? null
		});
		found = nearest(search, counters, input);
		if (found.here.length > 0 && found.elsewhere.length > 0) break;
	}
	return found;
}

function nearest(
	search: SlotSearch,
	counters: readonly CounterRow[],
	input: NearestInput
): NearTimes {
	const wanted = counters.find(({ slug }) => slug === input.counter)?.id;
	const found = nearestStarts(search, input.startsAt, (id) => (id === wanted ? HERE : 1));
	const times = counters.flatMap((counter) =>
		(found.get(counter.id) ?? []).map((start) => ({ ...start, counter }))
	);
	const here = times.filter(({ counterId }) => counterId === wanted);
	const others = times.filter(({ counterId }) => counterId !== wanted);
	return { here, elsewhere: nearestSlots(others, input.startsAt, ELSEWHERE) };
}
