import type { CounterChange } from '$lib/domain/counters/changes.ts';
import { localised } from '$lib/domain/localised.ts';
import { dateInWords, dayInWords, hourInWords, shortDayInWords } from '$lib/domain/words.ts';
import * as m from '$lib/paraglide/messages.js';
import type { CounterToEdit } from '$lib/server/counters/counter-agenda.ts';
import type { ChangePreview } from '$lib/server/counters/preview-change.ts';
import type { MotivePreview } from '$lib/server/counters/preview-motive.ts';
import type { PreviewedTimes } from '$lib/server/counters/preview-times.ts';
import { absenceInWords, daysInWords, wholeOpening, type Known } from './opening-words.ts';
import { visitLine } from './visit-line.ts';

const WHAT: Readonly<Record<CounterChange['kind'], (input: { what: string }) => string>> = {
	'add-opening': m.openings_what_add_opening,
	'change-opening': m.openings_what_change_opening,
	'remove-opening': m.openings_what_remove_opening,
	'add-closure': m.openings_what_add_closure,
	'remove-closure': m.openings_what_remove_closure,
	'add-desk-absence': m.openings_what_add_desk_absence,
	'remove-desk-absence': m.openings_what_remove_desk_absence,
	'close-desk': m.openings_what_close_desk
};

function subject(change: CounterChange, edited: CounterToEdit, known: Known): string {
	const { openings, closures, absences } = edited.agenda;
	switch (change.kind) {
		case 'add-opening':
		case 'change-opening':
			return wholeOpening(change.opening, known);
		case 'remove-opening': {
			const opening = openings.find(({ id }) => id === change.id);
			return opening ? wholeOpening(opening, known) : '';
		}
		case 'add-closure':
			return daysInWords(change.closure, known.locale);
		case 'remove-closure': {
			const closure = closures.find(({ id }) => id === change.id);
			return closure ? daysInWords(closure, known.locale) : '';
		}
		case 'add-desk-absence':
			return absenceInWords(change.absence, known);
		case 'remove-desk-absence': {
			const absence = absences.find(({ id }) => id === change.id);
			return absence ? absenceInWords(absence, known) : '';
		}
		case 'close-desk':
			return edited.desks.find(({ id }) => id === change.id)?.name ?? '';
	}
}

function overlapInWords(
	{ other, firstDay, isSameHours }: ChangePreview['overlaps'][number],
	known: Known
): string {
	const what = wholeOpening(other, known);
	if (isSameHours) return m.openings_preview_same({ what });
	return m.openings_preview_overlap({ day: dayInWords(firstDay, known.locale), what });
}

function misfitInWords(
	{ motive, visits, leftoverMinutes }: ChangePreview['misfits'][number],
	{ locale }: Known
): string {
	const named = localised(motive.label, locale);
	if (visits === 0) return m.openings_preview_too_short({ motive: named });
	return m.openings_preview_leftover({ motive: named, visits, minutes: leftoverMinutes });
}

function timesInWords({ motive, before, after, days }: PreviewedTimes, locale: string) {
	return {
		code: motive.code,
		count: m.openings_preview_count({
			motive: localised(motive.label, locale),
			...{ before, after }
		}),
		days: days.map(({ day, times }) => ({
			day: shortDayInWords(day, locale),
			hours: times.map((time) => hourInWords(time, locale)).join(' · ')
		}))
	};
}

/** A preview in words, as the page shows it. */
export function previewScreen(
	preview: ChangePreview,
	change: CounterChange,
	edited: CounterToEdit,
	known: Known
) {
	const { locale } = known;
	return {
		what: WHAT[change.kind]({ what: subject(change, edited, known) }),
		period: {
			from: dateInWords(preview.from, locale),
			until: dateInWords(preview.until, locale)
		},
		times: preview.times.map((times) => timesInWords(times, locale)),
		isOpening: 'opening' in change,
		overlaps: preview.overlaps.map((overlap) => overlapInWords(overlap, known)),
		misfits: preview.misfits.map((misfit) => misfitInWords(misfit, known)),
		displaced: preview.displaced.map((visit) => visitLine(visit, edited.counter.slug, known)),
		seen: preview.seen
	};
}

export type PreviewScreen = ReturnType<typeof previewScreen>;

/** What other lengths of a motive would give, on the same page. */
export function motivePreviewScreen(
	{ from, until, times, misfits }: MotivePreview,
	known: Known
): PreviewScreen {
	const { locale } = known;
	return {
		what: localised(times.motive.label, locale),
		period: { from: dateInWords(from, locale), until: dateInWords(until, locale) },
		times: [timesInWords(times, locale)],
		isOpening: false,
		overlaps: [],
		misfits: misfits.map(({ opening, visits, leftoverMinutes }) => {
			const what = wholeOpening(opening, known);
			if (visits === 0) return m.openings_m_too_short({ what });
			return m.openings_m_leftover({ what, visits, minutes: leftoverMinutes });
		}),
		displaced: [],
		seen: ''
	};
}
