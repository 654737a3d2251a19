import type { Actor } from '../../domain/accounts/actor.ts';
import { localised, localisedLines } from '../../domain/localised.ts';
import { dayInWords, hourInWords, inParis } from '../../domain/words.ts';
import * as m from '../../paraglide/messages.js';
import type { Locale } from '../../paraglide/runtime.js';
import type { Tx } from '../db/unit-of-work.ts';
import { publicAddress } from '../notifications/public-address.ts';
import {
	queueMessage,
	type MessageInput,
	type MessageText
} from '../notifications/queue-message.ts';
import { calendarFile } from './calendar-file.ts';
import { linkPath } from './links.ts';
import type { AppointmentRow } from './own-appointments.ts';
import { appointmentFor, firstOf, type AppointmentView } from './queries.ts';
import { cancelledBecause } from './service-reason-words.ts';

/** An appointment with what a message says of it. */
export type Announced = Pick<AppointmentView, 'address' | 'addressConfirmed'> & {
	row: Pick<
		AppointmentRow,
		| 'id'
		| 'applicationId'
		| 'state'
		| 'startsAt'
		| 'endsAt'
		| 'channel'
		| 'sequence'
		| 'updatedAt'
		| 'cancellationReason'
	>;
	motive: Pick<AppointmentView['motive'], 'label' | 'bring'>;
	counter: Pick<AppointmentView['counter'], 'name'>;
};

export type { Locale };
export type Announcement = 'booked' | 'moved' | 'cancelled';
/**
 * Queues what the person is told of their appointment: day, hour, place and the private link, no name and no number,
 * for it may be read over a shoulder. By e-mail with the calendar file when there is an address, else by SMS.
 */
export async function announce(
	tx: Tx,
	actor: Actor,
	appointmentId: string,
	what: Announcement
): Promise<void> {
	const view = await appointmentFor(
		tx,
		{ kind: 'system', reason: 'announce-appointment' },
		{ id: appointmentId }
	);
	const uid = view.row.movedFromId ? await firstOf(tx, appointmentId) : appointmentId;
	await queueMessage(tx, actor, announcementOf(view, uid, what));
}

/** What the message says, whoever writes it: an appointment just made is not read again for it. */
export function announcementOf(view: Announced, uid: string, what: Announcement): MessageInput {
	return {
		kind: `appointment-${what}`,
		applicationId: view.row.applicationId,
		appointmentId: view.row.id,
		write: (channel, locale) => textOf(view, uid, what, channel, locale as Locale)
	};
}

function textOf(
	view: Announced,
	uid: string,
	what: Announcement,
	channel: 'email' | 'sms',
	locale: Locale
): MessageText {
	const at = inParis(view.row.startsAt);
	const said = {
		day: dayInWords(at.day, locale),
		hour: hourInWords(at.time, locale),
		place: placeInWords(view, locale),
		link: linkUrl(view, locale)
	};
	const because = [cancelledBecause(view.row, locale)].filter((words) => words !== null);
	if (channel === 'sms') {
		const body = [SMS[what](said, { locale }), ...because].join(' ');
		return { subject: '', body, attachment: null };
	}
	const bring = localisedLines(view.motive.bring, locale).map((line) => `- ${line}`);
	return {
		subject: SUBJECT[what](said, { locale }),
		body: [
			BODY[what](said, { locale }),
			...because,
			...(what === 'cancelled' || bring.length === 0
				? []
				: [[m.booking_mail_bring({}, { locale }), ...bring].join('\n')]),
			...(what !== 'cancelled' && view.row.applicationId ? [papersInWords(locale)] : []),
			m.booking_mail_link({ link: said.link }, { locale }),
			m.booking_mail_foot({}, { locale })
		].join('\n\n'),
		attachment: { name: 'rendez-vous.ics', type: 'text/calendar', text: icsOf(view, uid, locale) }
	};
}

/** Where the missing papers are named. How many, reminders say: to work it out has no place in a booking. */
function papersInWords(locale: Locale): string {
	return m.booking_mail_papers({ link: publicAddress('/espace/pieces', locale) }, { locale });
}

const SUBJECT = {
	booked: m.booking_mail_booked_subject,
	moved: m.booking_mail_moved_subject,
	cancelled: m.booking_mail_cancelled_subject
};
const BODY = {
	booked: m.booking_mail_booked_body,
	moved: m.booking_mail_moved_body,
	cancelled: m.booking_mail_cancelled_body
};
const SMS = {
	booked: m.booking_sms_booked,
	moved: m.booking_sms_moved,
	cancelled: m.booking_sms_cancelled
};

export function linkUrl(view: Pick<Announced, 'row'>, locale: string): string {
	return publicAddress(linkPath(view.row.id), locale);
}

/** The counter and its address, or that the counter calls; an address that nobody confirmed says so. */
export function placeInWords(view: Omit<Announced, 'motive'>, locale: Locale): string {
	const name = view.counter.name;
	if (view.row.channel === 'telephone') return m.booking_place_telephone({ name }, { locale });
	if (!view.address) return m.booking_place_unknown({ name }, { locale });
	const { address } = view;
	if (!view.addressConfirmed) return m.booking_place_to_confirm({ name, address }, { locale });
	return `${name}, ${address}`;
}

/** The calendar file of an appointment; its UID is that of the first of a chain of moves. */
export function icsOf(view: Announced, uid: string, locale: Locale): string {
	const { row } = view;
	const bring = localisedLines(view.motive.bring, locale);
	const link = linkUrl(view, locale);
	return calendarFile({
		uid: `${uid}@guichet-logement`,
		sequence: row.sequence,
		startsAt: row.startsAt,
		endsAt: row.endsAt,
		changedAt: row.updatedAt,
		cancelled: row.state.startsWith('cancelled'),
		summary: m.booking_ics_summary({ motive: localised(view.motive.label, locale) }, { locale }),
		place: placeInWords(view, locale),
		description: [m.booking_ics_bring({ list: bring.join(' ; ') }, { locale }), link].join('\n'),
		url: link
	});
}
