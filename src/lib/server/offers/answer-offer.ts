import { eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import type { EventDetail } from '../../domain/applications/event-details.ts';
import type { OfferAnswer } from '../../domain/applications/offer.ts';
import { NotFound, Refused, RuleBroken } from '../../domain/errors.ts';
import { applicationIdOf, isUuid } from '../applications/access.ts';
import { recordEvent } from '../applications/record-event.ts';
import { today } from '../clock.ts';
import { application } from '../db/schema/applications.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { offerOf } from './queries.ts';

export type AnswerInput = {
	/** The offer that was on the screen: a tab left open must not answer a later one. */
	offerId: string;
	answer: OfferAnswer;
	/** Why they refuse, if they want to say. */
	reason?: EventDetail<'offer_refusal_declared'>['reason'];
	words?: string;
};

/**
 * The applicant's own answer to an offer, given from the phone: a declaration that the counter passes on to the
 * landlord and then records (R441-10). One answer an offer: the same answer twice is one success. It may be given until
 * the last day, midnight in Paris.
 *
 * @throws Refused to anybody but the applicant, since the answer binds them; NotFound for another's offer;
 * RuleBroken `already-answered` (facts: answer) when the other answer was given, `offer-over` after the last day or when
 * the offer no longer stands
 */
export async function answerOffer(tx: Tx, actor: Actor, input: AnswerInput): Promise<OfferAnswer> {
	if (actor.kind !== 'applicant') throw new Refused('answer-offer');
	const applicationId = applicationIdOf(actor);
	// Before reading: of two taps, the second sees what the first did.
	await tx
		.select({ id: application.id })
		.from(application)
		.where(eq(application.id, applicationId))
		.for('update');
	const offer = await offerOf(tx, actor, applicationId);
	if (!isUuid(input.offerId) || !offer) throw new NotFound('offer');
	if (offer.id !== input.offerId) throw new RuleBroken('offer-over');
	if (offer.answer) return sameAnswer(offer.answer.answer, input.answer);
	if (offer.clock.phase !== 'open') throw new RuleBroken('offer-over');
	const { reason, words } = input;
	await recordEvent(tx, actor, {
		applicationId,
		kind: input.answer === 'accept' ? 'offer_acceptance_declared' : 'offer_refusal_declared',
		occurredOn: today(),
		origin: 'declared',
		author: 'applicant',
		detail:
			input.answer === 'accept'
				? { offerId: offer.id }
				: { offerId: offer.id, ...(reason && { reason }), ...(words && { words }) }
	});
	return input.answer;
}

function sameAnswer(given: OfferAnswer, wanted: OfferAnswer): OfferAnswer {
	if (given !== wanted) throw new RuleBroken('already-answered', { answer: given });
	return given;
}
