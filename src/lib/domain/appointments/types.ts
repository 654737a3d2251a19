/**
 * What the appointment rules read and give back. Times of openings are wall clock in Paris (day +
 * time); appointments are instants. Every interval is half-open: the end belongs to what follows.
 */

/** What a visit is about, and how it may be booked. All lengths in minutes, horizon in days. */
export interface Motive {
	readonly code: string;
	readonly durationMinutes: number;
	/** Distance between two starts proposed in one opening. */
	readonly stepMinutes: number;
	readonly bufferBeforeMinutes: number;
	readonly bufferAfterMinutes: number;
	/** A start at exactly now + this is still proposed. */
	readonly minimumNoticeMinutes: number;
	/** Days after today; the last day counts whole. */
	readonly horizonDays: number;
	readonly maxPerDayAndDesk: number | null;
	/** Checked by the booking itself, not by the search for free times. */
	readonly bookableBy: 'anyone' | 'applicant' | 'staff';
	readonly onSite: boolean;
	readonly byTelephone: boolean;
}

export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;
export type Audience = 'public' | 'staff';

/**
 * When desks of a counter receive.
 * - 'weekly': every `everyWeeks` weeks on `weekday`, counted from the week of `validFrom`; closed on
 *   public holidays.
 * - 'once': one day, added to what the day has; open on a public holiday too.
 * - 'override': the hours of one day, which replace all weekly openings of the counter that day;
 *   somebody chose that date, so it is open on a public holiday too.
 */
export interface Opening {
	readonly id: string;
	readonly counterId: string;
	readonly deskIds: readonly string[];
	readonly motiveCodes: readonly string[];
	readonly kind: 'weekly' | 'once' | 'override';
	/** Monday = 1; for 'weekly' only. */
	readonly weekday: Weekday | null;
	/** For 'once' and 'override' only. */
	readonly day: Temporal.PlainDate | null;
	readonly everyWeeks: number;
	readonly startsAt: Temporal.PlainTime;
	readonly endsAt: Temporal.PlainTime;
	/** First and last day of a 'weekly' opening, both included. */
	readonly validFrom: Temporal.PlainDate | null;
	readonly validUntil: Temporal.PlainDate | null;
	/** 'staff' openings are proposed to agents alone. */
	readonly audience: Audience;
}

/** A counter closed on whole days, both included; closes dated openings as well. */
export interface Closure {
	readonly counterId: string;
	readonly fromDay: Temporal.PlainDate;
	readonly untilDay: Temporal.PlainDate;
}

/**
 * A desk without its agent, each time from `startsAt` to `endsAt`.
 * - 'once': every day from `fromDay` to `untilDay`, both included (null: that one day).
 * - 'weekly': every `everyWeeks` weeks on `weekday`, counted from the week of `fromDay`, until
 *   `untilDay` included (null: without end).
 * A null time is the beginning or the end of the day.
 */
export interface DeskAbsence {
	readonly deskId: string;
	readonly kind: 'once' | 'weekly';
	readonly fromDay: Temporal.PlainDate;
	readonly untilDay: Temporal.PlainDate | null;
	readonly weekday: Weekday | null;
	readonly everyWeeks: number;
	readonly startsAt: Temporal.PlainTime | null;
	readonly endsAt: Temporal.PlainTime | null;
}

/** An instant, or its epoch milliseconds: a query over 20,000 rows need not build 40,000 objects. */
export type Moment = Temporal.Instant | number;

/**
 * What is taken of a desk, buffers included: by one appointment, or by several that touch, joined. One appointment
 * alone says its motive and the day of the visit in Paris, and is counted towards the motive's limit.
 */
export interface BusyRange {
	readonly deskId: string;
	readonly counterId: string;
	readonly from: Moment;
	readonly until: Moment;
	readonly motiveCode?: string;
	/** A date, or the same as YYYY-MM-DD. */
	readonly day?: Temporal.PlainDate | string;
}

/** A time that can be booked at one desk. */
export interface Slot {
	readonly counterId: string;
	readonly deskId: string;
	readonly startsAt: Temporal.Instant;
	readonly endsAt: Temporal.Instant;
	/** With the buffers: what the appointment will take of the desk. */
	readonly occupiedFrom: Temporal.Instant;
	readonly occupiedUntil: Temporal.Instant;
	readonly day: Temporal.PlainDate;
	readonly time: Temporal.PlainTime;
}

/** A time that can be booked at a counter, whichever the desk. */
export interface OfferedStart extends Omit<Slot, 'deskId'> {
	readonly deskIds: readonly string[];
	/** How many desks are free at that time. */
	readonly places: number;
}

/** What is known of the counters: all their openings, whatever the motive (an override replaces them all). */
export interface Agenda {
	readonly openings: readonly Opening[];
	readonly closures: readonly Closure[];
	readonly absences: readonly DeskAbsence[];
	readonly busy: readonly BusyRange[];
}

/** A question asked of the agenda. `from` and `until` are days in Paris, both included. */
export interface SlotSearch extends Agenda {
	readonly motive: Motive;
	readonly counterIds: readonly string[];
	readonly from: Temporal.PlainDate;
	readonly until: Temporal.PlainDate;
	readonly now: Temporal.Instant;
	/** 'public' sees public openings; 'staff' sees them all. */
	readonly audience: Audience;
}
