import { localised, localisedLines } from '../../domain/localised.ts';
import { dayInWords, hourInWords, inParis } from '../../domain/words.ts';
import * as m from '../../paraglide/messages.js';
import type { AppointmentView } from '../appointments/queries.ts';
import { publicAddress } from '../notifications/public-address.ts';
import { established, fact, textsOf } from './parts.ts';
import type { Both, Proof } from './proof.ts';
import type { Words } from './words.ts';

/**
 * The slip of an appointment: day, hour, place, what to bring, and where to cancel. No name and no number: it lies
 * about, and its bearer knows who they are.
 * @param path of the page the code opens
 */
export function composeAppointment(
	view: AppointmentView,
	today: Temporal.PlainDate,
	words: Words,
	path: string
): Proof {
	const { row, motive, counter, address, addressConfirmed } = view;
	const at = inParis(row.startsAt);
	const bring = localisedLines(motive.bring, 'fr');
	const beside = words.besideLanguage;
	const bringBeside = beside ? localisedLines(motive.bring, beside) : [];
	const inEach = (say: (locale: string) => string): Both =>
		beside ? { fr: say('fr'), beside: say(beside) } : { fr: say('fr') };
	return {
		...established(m.proofs_appointment_title, today, words),
		blocks: [
			{
				kind: 'ticket',
				day: inEach((locale) => dayInWords(at.day, locale)),
				hour: inEach((locale) => hourInWords(at.time, locale)),
				facts: [
					fact(words, m.proofs_fact_motive, localised(motive.label, 'fr')),
					row.channel === 'telephone'
						? fact(words, m.proofs_fact_how, m.visitor_by_telephone({}, { locale: 'fr' }))
						: fact(words, m.proofs_fact_place, counter.name),
					...(row.channel === 'telephone'
						? []
						: [fact(words, m.proofs_fact_address, address, { toConfirm: !addressConfirmed })]),
					fact(
						words,
						m.proofs_fact_length,
						m.booking_duration(
							{ minutes: row.startsAt.until(row.endsAt).total('minutes') },
							{ locale: 'fr' }
						)
					)
				]
			},
			...(bring.length > 0
				? [
						{
							kind: 'section' as const,
							title: words.both(m.proofs_bring, {}),
							blocks: [
								{
									kind: 'list' as const,
									items: bring.map((fr, index) => ({
										fr,
										...(bringBeside[index] !== fr && { beside: bringBeside[index] })
									}))
								}
							]
						}
					]
				: []),
			{
				kind: 'section',
				title: words.both(m.proofs_cannot_come, {}),
				blocks: [
					...textsOf([words.both(m.proofs_cannot_come_text, {})]),
					{
						kind: 'code',
						address: publicAddress(path, beside ?? 'fr'),
						text: words.both(m.proofs_appointment_code, {})
					}
				]
			}
		]
	};
}
