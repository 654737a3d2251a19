import { localisedLines } from '../../domain/localised.ts';
import { dayInWords, hourInWords, inParis } from '../../domain/words.ts';
import * as m from '../../paraglide/messages.js';
import { placeInWords, type Locale } from '../appointments/announce.ts';
import { linkPath } from '../appointments/links.ts';
import type { AppointmentView } from '../appointments/queries.ts';
import { publicAddress } from './public-address.ts';
import type { MessageText } from './queue-message.ts';

/**
 * What a reminder says: day, hour, place, what to bring, how many papers are missing. No name and no number, for it
 * may be read over a shoulder.
 * @param missing how many papers are still to be sent; 0 says nothing of them
 */
export function reminderText(
	view: AppointmentView,
	missing: number,
	channel: 'email' | 'sms',
	language: string
): MessageText {
	const locale = language as Locale;
	const at = inParis(view.row.startsAt);
	const said = {
		day: dayInWords(at.day, locale),
		hour: hourInWords(at.time, locale),
		place: placeInWords(view, locale),
		link: publicAddress(linkPath(view.row.id), locale)
	};
	const papers = {
		count: missing,
		link: publicAddress('/espace/pieces', locale)
	};
	if (channel === 'sms') {
		const lines = [m.waiting_sms_reminder(said, { locale })];
		if (missing > 0) lines.push(m.waiting_sms_reminder_papers(papers, { locale }));
		return { subject: '', body: lines.join(' '), attachment: null };
	}
	const bring = localisedLines(view.motive.bring, locale).map((line) => `- ${line}`);
	return {
		subject: m.waiting_mail_reminder_subject(said, { locale }),
		body: [
			m.waiting_mail_reminder_body(said, { locale }),
			...(bring.length ? [[m.booking_mail_bring({}, { locale }), ...bring].join('\n')] : []),
			...(missing > 0 ? [m.waiting_mail_reminder_papers(papers, { locale })] : []),
			m.booking_mail_link({ link: said.link }, { locale }),
			m.booking_mail_foot({}, { locale })
		].join('\n\n'),
		attachment: null
	};
}
