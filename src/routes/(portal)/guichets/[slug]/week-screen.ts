import type { ShutDays } from '$lib/domain/counters/public-hours.ts';
import {
	dateInWords,
	hourInWords,
	inParis,
	shortDayInWords,
	weekdayInWords
} from '$lib/domain/words.ts';
import * as m from '$lib/paraglide/messages.js';
import { today } from '$lib/server/clock.ts';
import type { PublicWeek } from '$lib/server/counters/public-week.ts';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** The usual week of a counter, a day a line; a day without hours says that it is shut. */
export function weekWords({ hours, confirmed, updatedAt }: PublicWeek, locale: string) {
	const ofDay = (weekday: number) =>
		hours
			.filter((each) => each.weekday === weekday)
			.sort((a, b) => Temporal.PlainTime.compare(a.opensAt, b.opensAt))
			.map(({ opensAt, closesAt }) =>
				m.portal_counter_stretch({
					from: hourInWords(opensAt, locale),
					until: hourInWords(closesAt, locale)
				})
			);
	const { dayOfWeek } = today();
	return {
		days: WEEKDAYS.map((weekday) => ({
			name: weekdayInWords(weekday, locale),
			isToday: weekday === dayOfWeek,
			stretches: ofDay(weekday)
		})),
		confirmed,
		updated: m.portal_counter_week_updated({
			date: dateInWords(inParis(updatedAt).day, locale)
		})
	};
}

/** "jeudi 24 décembre" or "du jeudi 24 décembre au samedi 2 janvier". */
export function closureWords({ fromDay, untilDay }: ShutDays, locale: string): string {
	const from = shortDayInWords(fromDay, locale);
	if (fromDay.equals(untilDay)) return from;
	return m.portal_counter_closure({ from, until: shortDayInWords(untilDay, locale) });
}
