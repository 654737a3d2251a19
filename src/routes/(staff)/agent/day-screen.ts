import { bookedBy } from '$lib/components/helper-words.ts';
import { actionsFrom } from '$lib/domain/appointments/states.ts';
import { brokenWindow } from '$lib/domain/appointments/windows.ts';
import { phoneInWords } from '$lib/domain/appointments/visitor-phone.ts';
import { localised } from '$lib/domain/localised.ts';
import { hourInWords, inParis } from '$lib/domain/words.ts';
import type { agendaOfDay } from '$lib/server/appointments/queries.ts';
import { VISIT_ACTIONS } from './appointment-look.ts';

type Row = Awaited<ReturnType<typeof agendaOfDay>>[number];

/** An appointment as a line of the day: hour in words, and only the buttons that would be accepted now. */
export function appointmentLine(row: Row, now: Temporal.Instant, locale: string) {
	const possible = actionsFrom(row.state, 'agent');
	const { time } = inParis(row.startsAt);
	return {
		id: row.id,
		state: row.state,
		hour: hourInWords(time, locale),
		datetime: row.startsAt.toString(),
		name: [row.lastName?.toLocaleUpperCase('fr'), row.firstName].filter(Boolean).join(' '),
		uniqueNumber: row.uniqueNumber,
		applicationId: row.applicationId,
		motive: localised(row.motive.label, locale),
		desk: row.desk.name,
		/** By telephone: the number to call, or that there is none. */
		call: row.channel === 'telephone' ? callScreen(row.phone) : null,
		walkIn: row.walkIn,
		bookedBy: bookedBy(row),
		overbookingReason: row.overbookingReason,
		isAhead: Temporal.Instant.compare(row.startsAt, now) > 0,
		actions: VISIT_ACTIONS.filter(
			(action) =>
				// Nobody arrives at the counter, and nobody is called to a desk.
				!(row.channel === 'telephone' && (action === 'arrive' || action === 'call')) &&
				possible.includes(action) &&
				brokenWindow(action, 'agent', row, now) === null
		)
	};
}

/** As it is read aloud, and as a telephone takes it. */
function callScreen(phone: string | null) {
	return { number: phone && phoneInWords(phone), href: phone && `tel:${phone}` };
}

export type DayLine = ReturnType<typeof appointmentLine>;
