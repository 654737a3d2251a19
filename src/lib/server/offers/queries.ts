import type { Actor } from '../../domain/accounts/actor.ts';
import type { EventDetail } from '../../domain/applications/event-details.ts';
import type { RequestState } from '../../domain/applications/event-kinds.ts';
import { LEAST_REPLY_DAYS, offerClock, type OfferAnswer } from '../../domain/applications/offer.ts';
import { standingEvents } from '../../domain/applications/standing-events.ts';
import { applicationById, eventsOf } from '../applications/queries.ts';
import { today } from '../clock.ts';
import type { Tx } from '../db/unit-of-work.ts';

type HappenedEvent = Awaited<ReturnType<typeof eventsOf>>[number];

/** What an offer says. The register may have left some of it out. */
export type OfferDetail = Partial<EventDetail<'offer_sent'>>;

export type OfferView = NonNullable<ReturnType<typeof offerIn>>;

/**
 * The offer in force, or the last one, with its clock and the answer that was given to it; null when none was ever
 * made.
 * @throws NotFound for a stranger's request
 */
export async function offerOf(tx: Tx, actor: Actor, applicationId: string) {
	const application = await applicationById(tx, actor, applicationId);
	return offerIn(application.state, standingEvents(await eventsOf(tx, applicationId)));
}

/**
 * The same of events that were read already.
 * @param standing those that stand, newest first
 */
export function offerIn(state: RequestState, standing: readonly HappenedEvent[]) {
	const at = standing.findIndex(({ kind }) => kind === 'offer_sent');
	const offer = standing[at];
	if (!offer) return null;
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
		answer: answerIn(standing.slice(0, at))
	};
}

/** What the applicant declared since the offer. */
function answerIn(since: readonly HappenedEvent[]) {
	const declared = since.find(({ kind }) => ANSWERS.has(kind));
	if (!declared) return null;
	return { answer: ANSWERS.get(declared.kind)!, at: declared.recordedAt, detail: declared.detail };
}

const ANSWERS = new Map<HappenedEvent['kind'], OfferAnswer>([
	['offer_acceptance_declared', 'accept'],
	['offer_refusal_declared', 'refuse']
]);
