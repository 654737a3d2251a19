import { system, type Actor } from '../lib/domain/accounts/actor.ts';
import { RuleBroken } from '../lib/domain/errors.ts';
import { unitOfWork } from '../lib/server/db/unit-of-work.ts';
import { log } from '../lib/server/log.ts';
import { closeOffer } from '../lib/server/waiting/close-offer.ts';
import { endServedEntries } from '../lib/server/waiting/end-served-entries.ts';
import { offerPlace } from '../lib/server/waiting/offer-place.ts';
import { offersToClose } from '../lib/server/waiting/offers-to-close.ts';
import { planOffers, type PlannedOffer } from '../lib/server/waiting/plan-offers.ts';

/**
 * Closes the offers whose time is over, then offers what is free to those who wait, one place to one person, each in
 * a transaction of its own. Any number may run at once.
 * @returns how many offers were made
 */
export async function offerFreedPlaces(): Promise<number> {
	const actor = system('offer-freed-places');
	for (const id of await unitOfWork(actor, offersToClose)) {
		await unitOfWork(actor, (tx) => closeOffer(tx, actor, { id }));
	}
	await unitOfWork(actor, endServedEntries);
	const planned = await unitOfWork(actor, (tx) => planOffers(tx, actor));
	let made = 0;
	for (const offer of planned) if (await make(actor, offer)) made += 1;
	if (made > 0) log.info({ made }, 'freed places offered');
	return made;
}

/** Somebody may have taken the place since the plan was made: the next run finds another. */
async function make(actor: Actor, offer: PlannedOffer): Promise<boolean> {
	try {
		return (await unitOfWork(actor, (tx) => offerPlace(tx, actor, offer))) !== null;
	} catch (cause) {
		if (cause instanceof RuleBroken) return false;
		throw cause;
	}
}
