import type { Agenda, Motive } from '../../domain/appointments/types.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { busyRanges } from './busy-ranges.ts';
import { knownTimes } from './known-times.ts';

export interface CalendarQuestion {
	readonly counterIds: readonly string[];
	/** Days in Paris, both included. */
	readonly from: Temporal.PlainDate;
	readonly until: Temporal.PlainDate;
	/** Holds that ended before this moment take nothing any more. */
	readonly now: Temporal.Instant;
	/** What does not hide a time from the person who asks: their own hold, the appointment they move. */
	readonly holdsOf?: string | null;
	readonly exceptId?: string | null;
	/** The motive looked for: one without a limit needs no count. Left out, all of them are counted. */
	readonly motive?: Pick<Motive, 'maxPerDayAndDesk'>;
}

/**
 * What is known of some counters over some days, whatever their number: openings, closures and absences from memory,
 * what is busy and what counts towards a limit in two queries. Nothing is computed here.
 */
export async function loadCalendar(tx: Tx, question: CalendarQuestion): Promise<Agenda> {
	if (question.counterIds.length === 0)
		return { openings: [], closures: [], absences: [], busy: [] };
	const [known, busy] = await Promise.all([knownTimes(tx), busyRanges(tx, question)]);
	const { openings, closures, absences } = known;
	return {
		openings: openings.filter((each) => isAsked(question, each, each.day, each.day)),
		closures: closures.filter((each) => isAsked(question, each, each.fromDay, each.untilDay)),
		absences: absences.filter((each) => isAsked(question, each, each.fromDay, each.untilDay)),
		busy
	};
}

/** Of one of the counters, and not over before the days asked for, nor beginning after them. */
function isAsked(
	{ counterIds, from, until }: CalendarQuestion,
	{ counterId }: { readonly counterId: string },
	first: Temporal.PlainDate | null,
	last: Temporal.PlainDate | null
): boolean {
	const { compare } = Temporal.PlainDate;
	return (
		counterIds.includes(counterId) &&
		(first === null || compare(first, until) <= 0) &&
		(last === null || compare(last, from) >= 0)
	);
}
