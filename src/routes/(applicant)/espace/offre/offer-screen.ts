import { eventFacts } from '$lib/components/event-words.ts';
import { dateInWords, dayInWords, hourInWords, inParis } from '$lib/domain/words.ts';
import type { OfferView } from '$lib/server/offers/queries.ts';

/** What the person reads once as a sentence or a badge, and not again among the facts. */
const SAID_ELSEWHERE = ['replyBefore', 'dalo'];

/** An offer as the person reads it: the dwelling, the clock, the answer given. */
export function offerScreen(offer: OfferView, locale: string) {
	const at = offer.answer && inParis(offer.answer.at);
	const kept = Object.fromEntries(
		Object.entries(offer.detail).filter(([name]) => !SAID_ELSEWHERE.includes(name))
	);
	return {
		id: offer.id,
		phase: offer.clock.phase,
		state: offer.state,
		daysLeft: offer.clock.daysLeft,
		isUrgent: offer.clock.isUrgent,
		replyBefore: dayInWords(offer.replyBefore, locale),
		sentOn: dateInWords(offer.sentOn, locale),
		origin: offer.origin,
		author: offer.author,
		dalo: offer.detail.dalo === true,
		facts: eventFacts('offer_sent', kept, locale),
		answer: offer.answer &&
			at && {
				answer: offer.answer.answer,
				day: dayInWords(at.day, locale),
				hour: hourInWords(at.time, locale)
			}
	};
}

export type OfferScreen = ReturnType<typeof offerScreen>;
