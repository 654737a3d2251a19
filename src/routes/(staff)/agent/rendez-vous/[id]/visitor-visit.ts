import { bookedBy } from '$lib/components/helper-words.ts';
import { languageNames } from '$lib/components/languages.ts';
import { can } from '$lib/domain/appointments/states.ts';
import { phoneInWords } from '$lib/domain/appointments/visitor-phone.ts';
import { localised } from '$lib/domain/localised.ts';
import { dateInWords, dayInWords, hourInWords, inParis } from '$lib/domain/words.ts';
import type { visitorAtCounter } from '$lib/server/reception/visitor-at-counter.ts';

type Found = Awaited<ReturnType<typeof visitorAtCounter>>;

/** The visit of somebody without a request, in words. */
export function visitorVisit({ view, contact, desk }: Found, locale: string) {
	const { row, motive, counter } = view;
	const { day, time } = inParis(row.startsAt);
	const { phone, email } = contact;
	return {
		id: row.id,
		name: `${contact.lastName.toLocaleUpperCase('fr')} ${contact.firstName}`,
		born: dateInWords(contact.birthDate, locale),
		phone: phone ? { words: phoneInWords(phone), href: `tel:${phone}` } : null,
		email,
		language: Object.entries(languageNames).find(([code]) => code === contact.locale)?.[1] ?? '',
		bookedBy: bookedBy(row),
		day: dayInWords(day, locale),
		hour: hourInWords(time, locale),
		datetime: row.startsAt.toString(),
		dayOf: day.toString(),
		motive: localised(motive.label, locale),
		motif: motive.code,
		counter: counter.name,
		guichet: counter.slug,
		desk,
		state: row.state,
		byTelephone: row.channel === 'telephone',
		canMove: can('move', row.state, 'agent'),
		canCancel: can('cancel-by-service', row.state, 'agent')
	};
}

export type VisitorVisit = ReturnType<typeof visitorVisit>;
