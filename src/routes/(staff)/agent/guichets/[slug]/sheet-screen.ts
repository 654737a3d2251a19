import type { CounterSheet } from '$lib/server/counters/counter-sheet.ts';
import { absenceInWords, daysInWords, openingDay, openingInWords } from './opening-words.ts';
import { visitLine } from './visit-line.ts';

type Line = { id: string; words: string };

/** A counter's times in words, day by day. */
export function sheetScreen(sheet: CounterSheet, locale: string) {
	const { counter, desks, motives, agenda, settings } = sheet;
	const known = { desks, motives, locale };
	const { openings } = agenda;
	const lineOf = (opening: (typeof openings)[number]): Line => ({
		id: opening.id,
		words: openingInWords(opening, known)
	});
	const byStart = [...openings].sort((a, b) => Temporal.PlainTime.compare(a.startsAt, b.startsAt));
	const weekly = byStart.filter(({ kind }) => kind === 'weekly');
	const dated = byStart
		.filter(({ day }) => day !== null)
		.sort((a, b) => Temporal.PlainDate.compare(a.day!, b.day!));
	return {
		counter: { slug: counter.slug, name: counter.name },
		week: [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => {
			const lines = weekly.filter((each) => each.weekday === weekday);
			const [first] = lines;
			return first ? [{ day: openingDay(first, locale), lines: lines.map(lineOf) }] : [];
		}),
		dated: [...Map.groupBy(dated, ({ day }) => day!.toString()).values()].map((lines) => ({
			day: openingDay(lines[0]!, locale),
			lines: lines.map(lineOf)
		})),
		closures: sheet.closures.map((closure) => ({
			id: closure.id,
			words: daysInWords(closure, locale),
			reason: closure.reason
		})),
		desks: desks.map(({ id, name, active }) => ({ id, name, active })),
		deskAbsences: agenda.absences.map((absence) => ({
			id: absence.id,
			words: absenceInWords(absence, known)
		})),
		toMove: sheet.toMove.map((visit) => visitLine(visit, counter.slug, known)),
		alertDays: settings.alertWithinDays,
		isWithoutTime: sheet.isWithoutTime,
		absences: sheet.absences
	};
}
