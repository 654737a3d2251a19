import { phoneEnding } from '$lib/domain/appointments/visitor-phone.ts';
import { bookedBy } from '$lib/components/helper-words.ts';
import { localised, localisedLines } from '$lib/domain/localised.ts';
import { lastMoment } from '$lib/domain/appointments/windows.ts';
import { dayInWords, hourInWords, inParis } from '$lib/domain/words.ts';
import * as m from '$lib/paraglide/messages.js';
import { isoInParis } from '$lib/server/appointments/iso-time.ts';
import type { AppointmentView } from '$lib/server/appointments/queries.ts';
import { cancelledBecause } from '$lib/server/appointments/service-reason-words.ts';

/** What the person has to know of the state of an appointment. */
export type TicketPhase =
	'booked' | 'underway' | 'received' | 'absent' | 'unrecorded' | 'cancelled' | 'cancelled_service';

const PHASES: Partial<Record<AppointmentView['row']['state'], TicketPhase>> = {
	booked: 'booked',
	arrived: 'underway',
	called: 'underway',
	in_interview: 'underway',
	received: 'received',
	absent: 'absent',
	cancelled_by_applicant: 'cancelled',
	cancelled_by_service: 'cancelled_service'
};

/** An appointment as a ticket, in words. */
export function ticketScreen(view: AppointmentView, now: Temporal.Instant, locale: string) {
	const { row, motive, counter } = view;
	const at = inParis(row.startsAt);
	const until = inParis(limitOf(view));
	const over = Temporal.Instant.compare(row.endsAt, now) <= 0;
	const phase = PHASES[row.state] ?? 'unrecorded';
	return {
		title: localised(motive.label, locale),
		motive: motive.code,
		guichet: counter.slug,
		day: dayInWords(at.day, locale),
		hour: hourInWords(at.time, locale),
		datetime: isoInParis(row.startsAt),
		minutes: row.startsAt.until(row.endsAt).total('minutes'),
		place: counter.name,
		address: row.channel === 'telephone' ? '' : addressInWords(view),
		bring: localisedLines(motive.bring, locale),
		/** An agent booked or moved it for them. */
		byCounter: row.createdBy.startsWith('agent:'),
		/** Why the counter cancelled it, in words. */
		because: cancelledBecause(row, locale),
		/** They are called: at which number, the end of it alone, for whoever has the link reads it. */
		call: row.channel === 'telephone' ? { ending: phoneEnding(view.phone) } : null,
		/** Who booked, when it was somebody else. */
		bookedBy: bookedBy(row),
		phase: phase === 'booked' && over ? ('unrecorded' as const) : phase,
		/** The person may still move or cancel it alone. */
		isOpen: row.state === 'booked' && Temporal.Instant.compare(now, limitOf(view)) <= 0,
		/** Until when, by the counter's setting. */
		until: { day: dayInWords(until.day, locale), hour: hourInWords(until.time, locale) },
		/** A place on an earlier day may still be freed: the waiting list has a meaning. */
		canBeEarlier: Temporal.PlainDate.compare(inParis(now).day, at.day) < 0
	};
}

export type TicketScreen = ReturnType<typeof ticketScreen>;

function limitOf({ row, cancelUntilMinutes }: AppointmentView): Temporal.Instant {
	return lastMoment(row.startsAt, cancelUntilMinutes);
}

function addressInWords({ address, addressConfirmed }: AppointmentView): string {
	if (!address) return m.booking_address_to_confirm();
	return addressConfirmed ? address : `${address} (${m.shell_to_confirm()})`;
}
