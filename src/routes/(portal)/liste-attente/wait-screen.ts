import { dayInWords, hourInWords, inParis } from '$lib/domain/words.ts';
import { offerPath } from '$lib/server/waiting/links.ts';
import type { entryOf } from '$lib/server/waiting/leave-by-link.ts';
import { halfDaysList } from './half-day-words.ts';

type Entry = Pick<NonNullable<Awaited<ReturnType<typeof entryOf>>>, 'halfDays' | 'offer'>;

/** What somebody waits for, in words, with the place that is kept for them. */
export function waitScreen({ halfDays, offer }: Entry, now: Temporal.Instant, locale: string) {
	const open =
		offer?.startsAt && offer.expiresAt && Temporal.Instant.compare(now, offer.expiresAt) < 0;
	const at = open && offer.startsAt ? inParis(offer.startsAt) : null;
	return {
		halfDays: halfDaysList(halfDays, locale),
		offer: at &&
			offer?.heldId && {
				day: dayInWords(at.day, locale),
				hour: hourInWords(at.time, locale),
				path: offerPath(offer.heldId)
			}
	};
}

export type WaitScreen = ReturnType<typeof waitScreen>;
