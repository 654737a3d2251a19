import type { Actor } from '../../domain/accounts/actor.ts';
import { dayInWords, hourInWords, inParis } from '../../domain/words.ts';
import * as m from '../../paraglide/messages.js';
import { linkUrl, placeInWords, type Locale } from '../appointments/announce.ts';
import { appointmentFor, type AppointmentView } from '../appointments/queries.ts';
import { writeHistory } from '../appointments/write-state.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { queueMessage, type MessageText } from '../notifications/queue-message.ts';
import { TOLD, type PlannedVisitRow } from './planned-visits.ts';

/** Whether the whole counter is closed that day, or only does not receive at that hour. */
export type WhyWithout = 'closed' | 'changed';

/**
 * Tells those whose appointment has no opening any more, each once: the counter cannot receive them then, the link to
 * move. The appointment stays theirs until they move it, with a line in its history that marks it.
 * @returns how many were marked, and how many of them left no way to be reached: the counter calls
 */
export async function tellWithoutOpening(
	tx: Tx,
	actor: Actor,
	visits: readonly PlannedVisitRow[],
	why: WhyWithout
): Promise<{ marked: number; unreachable: number }> {
	const untold = visits.filter(({ isTold }) => !isTold);
	let unreachable = 0;
	for (const { id } of untold) {
		if (!(await tellOne(tx, actor, id, why))) unreachable += 1;
	}
	await writeHistory(
		tx,
		actor,
		untold.map(({ id }) => ({ id, from: 'booked', to: 'booked', reason: TOLD }))
	);
	return { marked: untold.length, unreachable };
}

async function tellOne(tx: Tx, actor: Actor, id: string, why: WhyWithout): Promise<boolean> {
	const view = await appointmentFor(tx, { kind: 'system', reason: 'tell-without-opening' }, { id });
	const { applicationId } = view.row;
	const queued = await queueMessage(tx, actor, {
		kind: 'appointment-without-opening',
		applicationId,
		appointmentId: id,
		write: (channel, locale) => textOf(view, why, channel, locale as Locale)
	});
	return queued.length > 0;
}

function textOf(
	view: AppointmentView,
	why: WhyWithout,
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
	const sms = why === 'closed' ? m.openings_sms_closed : m.openings_sms_changed;
	if (channel === 'sms') return { subject: '', body: sms(said, { locale }), attachment: null };
	const body = why === 'closed' ? m.openings_mail_closed_body : m.openings_mail_changed_body;
	return {
		subject: m.openings_mail_subject(said, { locale }),
		body: [
			body(said, { locale }),
			m.openings_mail_link(said, { locale }),
			m.booking_mail_foot({}, { locale })
		].join('\n\n'),
		attachment: null
	};
}
