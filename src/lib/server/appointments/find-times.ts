import type { Actor } from '../../domain/accounts/actor.ts';
import {
	firstFreeDays,
	firstFreeSlots,
	type DayOfTimes
} from '../../domain/appointments/free-slots.ts';
import { parisDay } from '../../domain/appointments/paris-time.ts';
import type { OfferedStart, SlotSearch } from '../../domain/appointments/types.ts';
import { now } from '../clock.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { busyRanges } from './busy-ranges.ts';
import { byKnownTimes, type KnownTimes } from './known-times.ts';
import { motiveIn, rulesFor, type CounterRow, type MotiveRow } from './offer.ts';

export type FindTimesInput = {
	motive: string;
	/** Slug of the counter whose days are listed; null lists none, only what each counter offers first. */
	counter: string | null;
	/** First day of the list; the first free day when left out. */
	after?: Temporal.PlainDate | null;
	/** The appointment being moved, or the hold of a visitor, whose own time counts as free. */
	exceptId?: string | null;
	/** Ids of the counters looked at; all of them when left out. */
	among?: ReadonlySet<string> | null;
};

export type CounterTimes = { counter: CounterRow; first: OfferedStart | null };

export type FoundTimes = {
	motive: MotiveRow;
	/** The counter asked for; null when none was, or when it is not one that receives. */
	counter: CounterRow | null;
	first: OfferedStart | null;
	days: DayOfTimes[];
	/** Where the list goes on, or null at its end. */
	later: Temporal.PlainDate | null;
	/** Every other counter with its first free time, the soonest first; those without any last. */
	others: CounterTimes[];
};

/** Days with free times on one page. */
const DAYS_A_PAGE = 4;

/**
 * The free times of one counter, day by day, and the first one of all the others: one look at the calendar for all.
 * A person's own hold hides nothing from them.
 * @throws NotFound for an unknown motive, Refused for one that is not the actor's
 */
export function findTimes(tx: Tx, actor: Actor, input: FindTimesInput): Promise<FoundTimes> {
	return byKnownTimes(tx, (known) => timesIn(tx, actor, input, known));
}

async function timesIn(
	tx: Tx,
	actor: Actor,
	input: FindTimesInput,
	known: KnownTimes
): Promise<FoundTimes> {
	const motive = motiveIn(known, actor, input.motive);
	const { among } = input;
	const counters = known.counters.filter(({ id }) => !among || among.has(id));
	const [moment, today] = [now(), parisDay(now())];
	const look = {
		motive,
		counterIds: counters.map(({ id }) => id),
		from: today,
		until: today.add({ days: motive.horizonDays }),
		holdsOf: 'applicationId' in actor ? actor.applicationId : null,
		exceptId: input.exceptId ?? null
	};
	const busy = await busyRanges(tx, { ...look, now: moment });
	const search = { ...rulesFor(known, actor, look), busy, now: moment };
	const firsts = firstFreeSlots(search, 1);
	const counter = counters.find(({ slug }) => slug === input.counter) ?? null;
	const first = (counter && firsts.get(counter.id)?.[0]) ?? null;
	return {
		motive,
		counter,
		first,
		...(counter && first
			? listDays(search, counter, input.after ?? first.day)
			: { days: [], later: null }),
		others: counters
			.filter((each) => each !== counter)
			.map((each) => ({ counter: each, first: firsts.get(each.id)?.[0] ?? null }))
			.sort(soonestFirst)
	};
}

function listDays(search: SlotSearch, counter: CounterRow, from: Temporal.PlainDate) {
	const found = firstFreeDays({ ...search, from }, counter.id, DAYS_A_PAGE + 1);
	return { days: found.slice(0, DAYS_A_PAGE), later: found[DAYS_A_PAGE]?.day ?? null };
}

function soonestFirst(a: CounterTimes, b: CounterTimes): number {
	const at = ({ first }: CounterTimes) => first?.startsAt.epochMilliseconds ?? Infinity;
	const [left, right] = [at(a), at(b)];
	return left === right ? a.counter.name.localeCompare(b.counter.name, 'fr') : left - right;
}
