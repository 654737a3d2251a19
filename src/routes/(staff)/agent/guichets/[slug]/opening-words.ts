import type { DeskAbsence, Opening } from '$lib/domain/appointments/types.ts';
import { localised, type LocalisedText } from '$lib/domain/localised.ts';
import { dateInWords, dayInWords, hourInWords, weekdayInWords } from '$lib/domain/words.ts';
import * as m from '$lib/paraglide/messages.js';

/** What the words are made with. */
export type Known = {
	desks: readonly { id: string; name: string; active: boolean }[];
	motives: readonly { code: string; label: LocalisedText }[];
	locale: string;
};

/** Parts of a sentence one after the other; what is empty is left out. */
export function inLine(
	parts: readonly (string | null | undefined | false)[],
	locale: string
): string {
	return parts.filter(Boolean).join(locale === 'ar' ? '، ' : ', ');
}

function listed(names: readonly string[], locale: string): string {
	return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
}

function hours(from: Temporal.PlainTime, until: Temporal.PlainTime, locale: string): string {
	return m.openings_hours({ from: hourInWords(from, locale), until: hourInWords(until, locale) });
}

function desksOf(deskIds: readonly string[], { desks, locale }: Known): string {
	const open = desks.filter(({ active }) => active);
	const named = open.filter(({ id }) => deskIds.includes(id));
	if (named.length === 0) return m.openings_no_desk();
	if (named.length === open.length && open.length > 1) return m.openings_all_desks();
	return listed(
		named.map(({ name }) => name),
		locale
	);
}

function motivesOf(codes: readonly string[], { motives, locale }: Known): string {
	const named = motives.filter(({ code }) => codes.includes(code));
	if (named.length === 0) return m.openings_no_motive();
	if (named.length === motives.length) return m.openings_all_motives();
	return listed(
		named.map(({ label }) => localised(label, locale)),
		locale
	);
}

type Words = Omit<Opening, 'id' | 'counterId'>;

/** "9 h – 12 h, tous les bureaux, tous les motifs, une semaine sur 2". */
export function openingInWords(opening: Words, known: Known): string {
	const { everyWeeks, validFrom, validUntil, kind } = opening;
	const { locale } = known;
	return inLine(
		[
			hours(opening.startsAt, opening.endsAt, locale),
			desksOf(opening.deskIds, known),
			motivesOf(opening.motiveCodes, known),
			everyWeeks > 1 && m.openings_every_weeks({ weeks: everyWeeks }),
			validFrom && m.openings_from_day({ day: dateInWords(validFrom, locale) }),
			validUntil && m.openings_until_day({ day: dateInWords(validUntil, locale) }),
			kind === 'override' && m.openings_instead(),
			kind === 'once' && m.openings_more(),
			opening.audience === 'staff' && m.openings_staff_only()
		],
		locale
	);
}

/** The day an opening is on: "lundi", or the date in words. */
export function openingDay({ weekday, day }: Pick<Opening, 'weekday' | 'day'>, locale: string) {
	if (day) return dayInWords(day, locale);
	return weekday ? weekdayInWords(weekday, locale) : '';
}

/** The day and the rest: "lundi, 9 h – 12 h, Bureau 1, tous les motifs". */
export function wholeOpening(opening: Words, known: Known): string {
	return inLine([openingDay(opening, known.locale), openingInWords(opening, known)], known.locale);
}

type Days = { fromDay: Temporal.PlainDate; untilDay: Temporal.PlainDate };

/** "jeudi 24 décembre 2026", or "du … au …". */
export function daysInWords({ fromDay, untilDay }: Days, locale: string): string {
	if (fromDay.equals(untilDay)) return dayInWords(fromDay, locale);
	const [from, until] = [dayInWords(fromDay, locale), dayInWords(untilDay, locale)];
	return m.openings_days_range({ from, until });
}

/** "Bureau 2, mardi 1er décembre 2026, toute la journée". */
export function absenceInWords(absence: DeskAbsence, known: Known): string {
	const { locale, desks } = known;
	const { fromDay, untilDay, weekday, everyWeeks, startsAt, endsAt } = absence;
	const isWeekly = absence.kind === 'weekly' && weekday !== null;
	return inLine(
		[
			desks.find(({ id }) => id === absence.deskId)?.name,
			isWeekly
				? weekdayInWords(weekday, locale)
				: daysInWords({ fromDay, untilDay: untilDay ?? fromDay }, locale),
			startsAt && endsAt ? hours(startsAt, endsAt, locale) : m.openings_all_day(),
			isWeekly && everyWeeks > 1 && m.openings_every_weeks({ weeks: everyWeeks }),
			isWeekly && m.openings_from_day({ day: dateInWords(fromDay, locale) }),
			isWeekly && untilDay && m.openings_until_day({ day: dateInWords(untilDay, locale) })
		],
		locale
	);
}
