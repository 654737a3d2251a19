import { kilometresBetween, centreOf } from '$lib/domain/counters/distance.ts';
import type { CounterNotice } from '$lib/domain/counters/notices.ts';
import type { Openness } from '$lib/domain/counters/public-hours.ts';
import { hourInWords, inParis, shortDayInWords } from '$lib/domain/words.ts';
import * as m from '$lib/paraglide/messages.js';
import { today } from '$lib/server/clock.ts';
import type { PublicCounter } from '$lib/server/counters/public-counters.ts';

/** A counter as a line of the list. */
export function counterLine(counter: PublicCounter, near: string | null, locale: string) {
	const { slug, name, commune, facts } = counter;
	return {
		slug,
		name,
		postcodes: commune?.postcodes ?? [],
		commune: commune?.name ?? null,
		insee: commune?.insee ?? null,
		/** For the phone that knows where it is: the nearest is found there. */
		centre: commune ? centreOf(commune.insee) : null,
		confirmed: facts.existence.confirmed,
		kilometres: near && commune ? kilometresBetween(near, commune.insee) : null,
		openness: openWords(counter.openness, locale),
		firstFree: counter.firstFree && freeWords(counter.firstFree, locale),
		notices: counter.notices.map((notice) => noticeWords(notice, locale))
	};
}

export type CounterLineData = ReturnType<typeof counterLine>;

/** Whether it is open, in words; what is not known is not said here but on the sheet of the counter. */
export function openWords(openness: Openness, locale: string) {
	if (openness.state === 'unknown') return { state: 'unknown' as const, words: null };
	if (openness.state === 'open') {
		const hour = hourInWords(openness.until, locale);
		return { state: 'open' as const, words: m.portal_open_now({ hour }) };
	}
	return { state: 'shut' as const, words: shutWords(openness, locale) };
}

function shutWords({ opens, why }: Openness & { state: 'shut' }, locale: string): string {
	if (!opens) return m.portal_shut_long();
	const hour = hourInWords(opens.time, locale);
	if (opens.day.equals(today())) return m.portal_shut_opens_today({ hour });
	const next = { day: shortDayInWords(opens.day, locale), hour };
	return why === 'holiday' ? m.portal_shut_holiday(next) : m.portal_shut_opens(next);
}

function freeWords(at: Temporal.Instant, locale: string): string {
	const { day, time } = inParis(at);
	return m.portal_first_free({
		day: shortDayInWords(day, locale),
		hour: hourInWords(time, locale)
	});
}

const KINDS: Record<CounterNotice['kind'], () => string> = {
	closed: m.portal_notice_closed,
	shorter_hours: m.portal_notice_shorter_hours,
	long_wait: m.portal_notice_long_wait,
	moved: m.portal_notice_moved,
	other: m.portal_notice_other
};

/** What a notice says, and of which days; `words` are the agents' own, in French. */
export function noticeWords(
	{ kind, words, fromDay, untilDay }: CounterNotice,
	locale: string
): { title: string; when: string; words: string | null } {
	const from = shortDayInWords(fromDay, locale);
	const until = shortDayInWords(untilDay, locale);
	const when = fromDay.equals(untilDay) ? from : m.portal_notice_when({ from, until });
	return { title: KINDS[kind](), when, words };
}
