import {
	ICalAlarmType,
	ICalCalendar,
	ICalCalendarMethod,
	ICalEventStatus,
	ICalEventTransparency
} from 'ical-generator';

export interface CalendarEntry {
	/** The same for an appointment and all that it was moved to: phones then update instead of adding. */
	readonly uid: string;
	/** Rises with every change (RFC 5545 §3.8.7.4). */
	readonly sequence: number;
	readonly startsAt: Temporal.Instant;
	readonly endsAt: Temporal.Instant;
	readonly changedAt: Temporal.Instant;
	readonly cancelled: boolean;
	readonly summary: string;
	readonly place: string;
	readonly description: string;
	readonly url: string;
}

/** When the phone reminds, in minutes before the start: the day before, and in time to set out. */
export const ALARMS = [24 * 60, 120];

/**
 * The calendar file of one appointment (RFC 5545), times in UTC: every phone reads them right, without a table of
 * time zones. PUBLISH rather than REQUEST: nobody is asked to accept. CANCEL takes the entry away.
 */
export function calendarFile(entry: CalendarEntry): string {
	const calendar = new ICalCalendar({
		prodId: { company: 'Guichet Logement', product: 'Rendez-vous', language: 'FR' },
		method: entry.cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH
	});
	calendar.createEvent({
		id: entry.uid,
		sequence: entry.sequence,
		stamp: entry.changedAt,
		lastModified: entry.changedAt,
		start: entry.startsAt,
		end: entry.endsAt,
		summary: entry.summary,
		location: entry.place,
		description: entry.description,
		url: entry.url,
		status: entry.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
		transparency: ICalEventTransparency.OPAQUE,
		alarms: entry.cancelled
			? []
			: ALARMS.map((minutes) => ({
					type: ICalAlarmType.display,
					trigger: minutes * 60,
					description: entry.summary
				}))
	});
	return calendar.toString();
}
