import { PARIS } from '../../../src/lib/domain/appointments/paris-time.ts';
import type {
	BusyRange,
	Motive,
	Opening,
	Slot,
	SlotSearch,
	Weekday
} from '../../../src/lib/domain/appointments/types.ts';

/** A small fictional agenda for the tests of the appointment rules. */

export const day = (text: string) => Temporal.PlainDate.from(text);
export const time = (text: string) => Temporal.PlainTime.from(text);
export const instant = (text: string) => Temporal.Instant.from(text);

/** The instant of a wall clock in Paris, as in '2026-11-24T09:00'. */
export const paris = (text: string) =>
	Temporal.PlainDateTime.from(text).toZonedDateTime(PARIS).toInstant();

/** Thirty minutes every thirty, no buffer, no notice, sixty days. */
export const interview: Motive = {
	code: 'interview',
	durationMinutes: 30,
	stepMinutes: 30,
	bufferBeforeMinutes: 0,
	bufferAfterMinutes: 0,
	minimumNoticeMinutes: 0,
	horizonDays: 60,
	maxPerDayAndDesk: null,
	bookableBy: 'anyone',
	onSite: true,
	byTelephone: false
};

/** A weekly opening of desk d1 of counter c1, on Tuesdays from 9 to 11 unless said otherwise. */
export function weekly(changes: Partial<Opening> = {}): Opening {
	return {
		id: 'weekly',
		counterId: 'c1',
		deskIds: ['d1'],
		motiveCodes: ['interview'],
		kind: 'weekly',
		weekday: 2 as Weekday,
		day: null,
		everyWeeks: 1,
		startsAt: time('09:00'),
		endsAt: time('11:00'),
		validFrom: null,
		validUntil: null,
		audience: 'public',
		...changes
	};
}

/** A dated opening of the same desk. */
export function dated(kind: 'once' | 'override', on: string, changes: Partial<Opening> = {}) {
	return weekly({ id: `${kind} ${on}`, kind, weekday: null, day: day(on), ...changes });
}

/** A range of desk d1, from and until as wall clock in Paris. */
export function busy(from: string, until: string, changes: Partial<BusyRange> = {}): BusyRange {
	return {
		deskId: 'd1',
		counterId: 'c1',
		from: paris(from),
		until: paris(until),
		motiveCode: 'interview',
		day: day(from.slice(0, 10)),
		...changes
	};
}

/** A search on Tuesday 24 November 2026, asked the day before at nine. */
export function search(changes: Partial<SlotSearch> = {}): SlotSearch {
	return {
		openings: [weekly()],
		closures: [],
		absences: [],
		busy: [],
		motive: interview,
		counterIds: ['c1'],
		from: day('2026-11-24'),
		until: day('2026-11-24'),
		now: paris('2026-11-23T09:00'),
		audience: 'public',
		...changes
	};
}

/** Slots as 'YYYY-MM-DD HH:MM', to be compared at a glance. */
export function written(slots: readonly Pick<Slot, 'day' | 'time'>[]): string[] {
	return slots.map((each) => `${each.day.toString()} ${each.time.toString().slice(0, 5)}`);
}

/** The same without the day. */
export function hours(slots: readonly Pick<Slot, 'day' | 'time'>[]): string[] {
	return slots.map((each) => each.time.toString().slice(0, 5));
}

/** The days that have a slot, each once. */
export function daysOf(slots: readonly Pick<Slot, 'day'>[]): string[] {
	return [...new Set(slots.map((each) => each.day.toString()))];
}
