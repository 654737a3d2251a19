import { dateInWords, dayInWords, inParis } from '$lib/domain/words.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { show } from '$lib/server/http.ts';
import { offersToFollow, type OfferToFollow } from '$lib/server/offers/offers-to-follow.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
	show(locals, async (tx) => {
		const { answered, open } = await offersToFollow(tx, locals.actor);
		const line = (row: OfferToFollow) => lineScreen(row, getLocale());
		return { answered: answered.map(line), open: open.map(line) };
	});

function lineScreen(
	{ applicationId, uniqueNumber, offer, ...person }: OfferToFollow,
	locale: string
) {
	const { firstName, lastName } = person;
	return {
		id: applicationId,
		name: [lastName?.toLocaleUpperCase('fr'), firstName].filter(Boolean).join(' '),
		uniqueNumber,
		landlord: offer.detail.landlord ?? '',
		replyBefore: dayInWords(offer.replyBefore, locale),
		daysLeft: offer.clock.daysLeft,
		answer: offer.answer && {
			kind: offer.answer.answer,
			day: dateInWords(inParis(offer.answer.at).day, locale)
		}
	};
}
