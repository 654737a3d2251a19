import { PARIS } from '../../domain/appointments/paris-time.ts';

/** An instant as programs and forms carry it, with the offset of Paris: "2026-12-03T09:30:00+01:00". */
export function isoInParis(moment: Temporal.Instant): string {
	return moment
		.toZonedDateTimeISO(PARIS)
		.toString({ timeZoneName: 'never', smallestUnit: 'second' });
}

/** The instant that such a text means, or null: a time without an offset is not an instant. */
export function instantFrom(text: string): Temporal.Instant | null {
	if (text.length > 40) return null;
	try {
		return Temporal.Instant.from(text);
	} catch {
		return null;
	}
}

/** The day that a text such as "2026-12-03" means, or null. */
export function dayFrom(text: string): Temporal.PlainDate | null {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
	try {
		return Temporal.PlainDate.from(text);
	} catch {
		return null;
	}
}
