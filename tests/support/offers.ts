import type { Applicant } from '../../src/lib/domain/accounts/actor.ts';
import type { KeptDetail } from '../../src/lib/domain/applications/event-details.ts';
import type { EventKind } from '../../src/lib/domain/applications/event-kinds.ts';
import { recordEvent } from '../../src/lib/server/applications/record-event.ts';
import { unitOfWork } from '../../src/lib/server/db/unit-of-work.ts';
import { offerOf } from '../../src/lib/server/offers/queries.ts';
import { newApplicant, TESTING } from './booking.ts';

export const OFFER: KeptDetail = {
	landlord: 'Bailleur fictif',
	address: '3 rue des Lauriers',
	commune: 'Antibes',
	housingType: 'T3',
	floor: 2,
	surface: 64,
	rent: 48_000,
	charges: 9_000,
	dalo: false
};

/** What the register says happened to a request, on a day. */
export function happens(
	applicationId: string,
	kind: EventKind,
	on: string,
	detail: KeptDetail = {}
): Promise<unknown> {
	return unitOfWork(TESTING, (tx) =>
		recordEvent(tx, TESTING, {
			applicationId,
			kind,
			occurredOn: Temporal.PlainDate.from(on),
			origin: 'official',
			author: 'SNE',
			detail
		})
	);
}

/** Somebody to whom a home is offered. */
export async function offered(
	sentOn: string,
	replyBefore: string,
	who?: Applicant
): Promise<{ applicant: Applicant; offerId: string }> {
	const applicant = who ?? (await newApplicant());
	const { applicationId } = applicant;
	await happens(applicationId, 'sent_to_commission', sentOn);
	await happens(applicationId, 'decided_granted', sentOn);
	await happens(applicationId, 'offer_sent', sentOn, { ...OFFER, replyBefore });
	const offer = await unitOfWork(applicant, (tx) => offerOf(tx, applicant, applicationId));
	return { applicant, offerId: offer!.id };
}
