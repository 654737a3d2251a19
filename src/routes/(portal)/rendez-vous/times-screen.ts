import { lasting } from '$lib/domain/lasting.ts';
import { localised } from '$lib/domain/localised.ts';
import { dayInWords, hourInWords, inParis, shortDayInWords } from '$lib/domain/words.ts';
import type { DayOfTimes } from '$lib/domain/appointments/free-slots.ts';
import { kilometresBetween } from '$lib/domain/counters/distance.ts';
import type { OfferedStart } from '$lib/domain/appointments/types.ts';
import type { NearTimes } from '$lib/server/appointments/find-nearest-times.ts';
import type { FoundTimes } from '$lib/server/appointments/find-times.ts';
import { isoInParis } from '$lib/server/appointments/iso-time.ts';

/** A free time in words, with the value that the form sends. */
export function timeScreen(start: Pick<OfferedStart, 'startsAt'>, locale: string): TimeScreen {
	return wordsIn(locale)(start.startsAt.epochMilliseconds);
}

export type TimeScreen = { readonly day: string; readonly hour: string; readonly value: string };

/** Every start of two months at all counters. */
const MOST_STARTS = 5_000;

/** Whoever looks for times meets the same ones, a hundred on a page. */
const wordsIn = lasting(20, (locale: string) =>
	lasting(MOST_STARTS, (start: number): TimeScreen => {
		const startsAt = Temporal.Instant.fromEpochMilliseconds(start);
		const { day, time } = inParis(startsAt);
		return {
			day: shortDayInWords(day, locale),
			hour: hourInWords(time, locale),
			value: isoInParis(startsAt)
		};
	})
);

/** A day of the list: before noon and from noon on, apart. */
function dayScreen({ day, times }: DayOfTimes, locale: string) {
	const items = times.map((start) => ({
		...timeScreen(start, locale),
		isMorning: start.time.hour < 12
	}));
	return {
		count: items.length,
		date: day.toString(),
		day: dayInWords(day, locale),
		morning: items.filter(({ isMorning }) => isMorning),
		afternoon: items.filter(({ isMorning }) => !isMorning)
	};
}

export type DayScreen = ReturnType<typeof dayScreen>;

/**
 * The second screen: everything in words, nothing for the phone to compute.
 * @param home commune from which distances are counted (INSEE); with one the nearest counters come first, without the
 * soonest
 */
export function timesScreen(
	found: FoundTimes,
	isFirstPage: boolean,
	locale: string,
	home: string | null = null
) {
	const { motive, counter } = found;
	const others = found.others.map((each) => ({
		slug: each.counter.slug,
		name: each.counter.name,
		first: each.first && timeScreen(each.first, locale),
		km: kilometresBetween(home, each.counter.communeInsee)
	}));
	const here = counter && { slug: counter.slug, name: counter.name };
	const own = here && found.first && { ...here, first: timeScreen(found.first, locale) };
	// Without a counter of their own, a person is shown the soonest time of all.
	const soonest = here ? own : others.find((each) => each.first !== null);
	return {
		motive: {
			code: motive.code,
			label: localised(motive.label, locale),
			horizonDays: motive.horizonDays
		},
		counter: here,
		first: isFirstPage ? (soonest ?? null) : null,
		days: found.days.map((day) => dayScreen(day, locale)),
		later: found.later?.toString() ?? null,
		isFirstPage,
		others: home ? others.toSorted(nearestFirst) : others,
		none: !own && others.every((each) => each.first === null)
	};
}

type Other = { first: unknown; km: number | null };

/** Where there is a free time, the nearest first; a branch whose place is not known comes after. Stable: then the soonest. */
function nearestFirst(a: Other, b: Other): number {
	if ((a.first === null) !== (b.first === null)) return a.first === null ? 1 : -1;
	return (a.km ?? 1e3) - (b.km ?? 1e3);
}

export type TimesScreen = ReturnType<typeof timesScreen>;

/** What is proposed instead of a time that was refused. */
export function nearScreen(near: NearTimes, locale: string) {
	const line = (each: NearTimes['here'][number]) => ({
		...timeScreen(each, locale),
		slug: each.counter.slug,
		counter: each.counter.name
	});
	return { here: near.here.map(line), elsewhere: near.elsewhere.map(line) };
}

export type NearScreen = ReturnType<typeof nearScreen>;
