import type { Actor } from '../../domain/accounts/actor.ts';
import type { EventDetail } from '../../domain/applications/event-details.ts';
import { LEAST_REPLY_DAYS, offerClock, type OfferAnswer } from '../../domain/applications/offer.ts';
import { standingEvents } from '../../domain/applications/standing-events.ts';
import { applicationById, eventsOf } from '../applications/queries.ts';
import { today } from '../clock.ts';
import type { Tx } from '../db/unit-of-work.ts';

type HappenedEvent = Awaited<ReturnType<typeof eventsOf>>[number];

/** What an offer says. The register may have left some of it out. */
export type OfferDetail = Partial<EventDetail<'offer_sent'>>;

export type OfferView = ReturnType<typeof offerIn>;

/**
 * The last offer among what happened to a request, with the answer that was given to it; null when there was none.
 * @param events newest first, as `eventsOf` gives them
 */
export function lastOffer(events: readonly HappenedEvent[]) {
	const standing = standingEvents(events);
	const at = standing.findIndex(({ kind }) => kind === 'offer_sent');
	const offer = standing[at];
	if (!offer) return null;
	const declared = standing
		.slice(0, at)
		.find(({ kind }) => kind === 'offer_acceptance_declared' || kind === 'offer_refusal_declared');
	return { offer, declared: declared ?? null };
}

/**
 * The offer in force, or the last one, with its clock; null when none was ever made.
 * @throws NotFound for a stranger's request
 */
export async function offerOf(tx: Tx, actor: Actor, applicationId: string) {
	const application = await applicationById(tx, actor, applicationId);
	const found = lastOffer(await eventsOf(tx, applicationId));
	return found && offerIn(application.state, found.offer, found.declared);
}

function offerIn(
	state: Parameters<typeof offerClock>[0],
	offer: HappenedEvent,
	declared: HappenedEvent | null
) {
	const detail = offer.detail as OfferDetail;
	// An offer that states no last day: the least the law allows, lest anybody answers too late.
	const replyBefore = detail.replyBefore
		? Temporal.PlainDate.from(detail.replyBefore)
		: offer.occurredOn.add({ days: LEAST_REPLY_DAYS });
	return {
		id: offer.id,
		state,
		detail,
		sentOn: offer.occurredOn,
		origin: offer.origin,
		author: offer.author,
		replyBefore,
		clock: offerClock(state, replyBefore, today()),
		answer: declared && {
			answer: answerIn(declared),
			at: declared.recordedAt
		}
	};
}

function answerIn({ kind }: HappenedEvent): OfferAnswer {
	return kind === 'offer_acceptance_declared' ? 'accept' : 'refuse';
}
