import { system } from '../lib/domain/accounts/actor.ts';
import { unitOfWork } from '../lib/server/db/unit-of-work.ts';
import { log } from '../lib/server/log.ts';
import { closeUnansweredOffer } from '../lib/server/offers/close-unanswered-offer.ts';
import { offersToClose } from '../lib/server/offers/offers-to-close.ts';

/**
 * Writes down the silence of those whose last day to answer an offer is over (R441-10), one a transaction, so that a
 * failure concerns one person.
 * @returns how many
 */
export async function closeOffers(): Promise<number> {
	const actor = system('close-offers');
	const due = await unitOfWork(actor, offersToClose);
	let closed = 0;
	for (const applicationId of due) {
		if (await unitOfWork(actor, (tx) => closeUnansweredOffer(tx, actor, { applicationId })))
			closed += 1;
	}
	if (closed > 0) log.info({ closed }, 'offers left without an answer');
	return closed;
}
