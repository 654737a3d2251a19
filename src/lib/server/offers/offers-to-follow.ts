import { and, asc, count, eq, sql } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { standingEvents } from '../../domain/applications/standing-events.ts';
import { NotFound } from '../../domain/errors.ts';
import { countedForActor, visibleApplications } from '../applications/access.ts';
import { eventsOfMany } from '../applications/queries.ts';
import { application, person } from '../db/schema/applications.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { offerIn } from './queries.ts';

/** As the index says it (application_offer_followed): few among many requests. */
const FOLLOWED = sql`${application.state} in ('offer_sent', 'offer_answered')`;

/** Few requests have an offer at one time; what passes this many is asked for again. */
const MOST = 200;

/**
 * The offers that an agent has to follow on their territory: those whose applicant answered, for the answer to be
 * passed on to the landlord and recorded, and those still open, the nearest last day first (R441-10).
 * @throws NotFound for whoever is no agent
 */
export async function offersToFollow(tx: Tx, actor: Actor) {
	if (actor.kind !== 'agent') throw new NotFound('offer');
	const requests = await tx
		.select({
			applicationId: application.id,
			uniqueNumber: application.uniqueNumber,
			state: application.state,
			firstName: person.firstName,
			lastName: person.lastName
		})
		.from(application)
		.innerJoin(person, and(eq(person.applicationId, application.id), eq(person.role, 'applicant')))
		.where(and(visibleApplications(actor), FOLLOWED))
		.orderBy(asc(application.id))
		.limit(MOST);
	const ids = requests.map(({ applicationId }) => applicationId);
	const events = await eventsOfMany(tx, ids);
	const offers = requests.flatMap((request) => {
		const happened = events.get(request.applicationId) ?? [];
		const offer = offerIn(request.state, standingEvents(happened));
		return offer ? [{ ...request, offer }] : [];
	});
	return {
		answered: offers.filter(({ state }) => state === 'offer_answered'),
		open: offers
			.filter(({ state }) => state === 'offer_sent')
			.sort((a, b) => Temporal.PlainDate.compare(a.offer.replyBefore, b.offer.replyBefore))
	};
}

export type OfferToFollow = Awaited<ReturnType<typeof offersToFollow>>['open'][number];

/** How many answers wait to be passed on, on this agent's territory. */
export async function countAnsweredOffers(tx: Tx, actor: Actor): Promise<number> {
	const [row] = await answered(tx, actor);
	return row?.offers ?? 0;
}

const answered = countedForActor((tx, visible) =>
	tx
		.select({ offers: count() })
		.from(application)
		.where(and(visible(application.id), FOLLOWED, eq(application.state, 'offer_answered')))
);
