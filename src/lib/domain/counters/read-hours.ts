import type { PublicHours } from './public-hours.ts';

/** What somebody typed for each day of the week, Monday first: "8h30-12h, 13h30-17h"; empty is a day off. */
export type TypedWeek = readonly string[];

export type HoursFault =
	/** Not hours as we can read them. */
	| 'unreadable'
	/** Ends before it begins. */
	| 'backwards'
	/** Two stretches of one day touch each other's hours. */
	| 'overlapping';

export type ReadWeek =
	{ readonly hours: PublicHours[] } | { readonly faults: Readonly<Record<number, HoursFault>> };

const HOUR = String.raw`(\d{1,2})\s*(?:h|:|\.)?\s*(\d{2})?`;
const STRETCH = new RegExp(String.raw`^(?:de\s+)?${HOUR}\s*(?:-|–|—|à|a|au|to)\s*${HOUR}$`, 'i');
/** Between two stretches of one day. */
const BETWEEN = /\s*(?:,|;|\/|\bet\b|\n)\s*/i;
const DAY_OFF = /^(?:|-|–|ferm[ée]e?)$/i;

/**
 * The week that was typed, forgiving how people write hours: "8h30-12h", "8:30 – 12:00", "de 8 h 30 à 12 h et 14-17".
 * @returns the hours, or for each day (1 is Monday) that could not be read, why
 */
export function readWeek(typed: TypedWeek): ReadWeek {
	const hours: PublicHours[] = [];
	const faults: Record<number, HoursFault> = {};
	for (const [index, text] of typed.slice(0, 7).entries()) {
		const weekday = index + 1;
		const read = readDay(text, weekday);
		if (typeof read === 'string') faults[weekday] = read;
		else hours.push(...read);
	}
	return Object.keys(faults).length > 0 ? { faults } : { hours };
}

function readDay(text: string, weekday: number): PublicHours[] | HoursFault {
	if (DAY_OFF.test(text.trim())) return [];
	const read: PublicHours[] = [];
	for (const stretch of text.trim().split(BETWEEN)) {
		const [opensAt, closesAt] = readStretch(stretch);
		if (!opensAt || !closesAt) return 'unreadable';
		if (Temporal.PlainTime.compare(opensAt, closesAt) >= 0) return 'backwards';
		read.push({ weekday, opensAt, closesAt });
	}
	read.sort((a, b) => Temporal.PlainTime.compare(a.opensAt, b.opensAt));
	const overlaps = read.some(
		({ opensAt }, index) =>
			index > 0 && Temporal.PlainTime.compare(opensAt, read[index - 1]!.closesAt) < 0
	);
	return overlaps ? 'overlapping' : read;
}

function readStretch(text: string): (Temporal.PlainTime | null)[] {
	const [, fromHour, fromMinute, untilHour, untilMinute] = STRETCH.exec(text) ?? [];
	return [time(fromHour, fromMinute), time(untilHour, untilMinute)];
}

function time(hour: string | undefined, minute: string | undefined): Temporal.PlainTime | null {
	const [hours, minutes] = [Number(hour ?? NaN), Number(minute ?? 0)];
	if (!(hours <= 23 && minutes <= 59)) return null;
	return new Temporal.PlainTime(hours, minutes);
}

/** A day as it is typed again into the form: "8:30-12:00, 13:30-17:00"; empty for a day off. */
export function typedDay(hours: readonly PublicHours[], weekday: number): string {
	return hours
		.filter((each) => each.weekday === weekday)
		.sort((a, b) => Temporal.PlainTime.compare(a.opensAt, b.opensAt))
		.map(({ opensAt, closesAt }) => `${clock(opensAt)}-${clock(closesAt)}`)
		.join(', ');
}

const clock = ({ hour, minute }: Temporal.PlainTime) =>
	`${hour}:${String(minute).padStart(2, '0')}`;
