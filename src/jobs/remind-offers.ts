import { eq } from 'drizzle-orm';
import { system } from '../lib/domain/accounts/actor.ts';
import { application } from '../lib/server/db/schema/applications.ts';
import { unitOfWork } from '../lib/server/db/unit-of-work.ts';
import { log } from '../lib/server/log.ts';
import { remindOffer } from '../lib/server/offers/remind-offer.ts';

/**
 * Reminds those whose last day to answer an offer is near, one a transaction, so that a failure concerns one person.
 * @returns how many
 */
export async function remindOffers(): Promise<number> {
	const actor = system('remind-offers');
	const open = await unitOfWork(actor, (tx) =>
		tx
			.select({ applicationId: application.id })
			.from(application)
			.where(eq(application.state, 'offer_sent'))
			.orderBy(application.id)
	);
	let reminded = 0;
	for (const each of open) {
		if (await unitOfWork(actor, (tx) => remindOffer(tx, actor, each))) reminded += 1;
	}
	if (reminded > 0) log.info({ reminded }, 'offers reminded');
	return reminded;
}
