import { eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { Refused } from '../../domain/errors.ts';
import { recordEvent } from '../applications/record-event.ts';
import { application } from '../db/schema/applications.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { offerOf } from './queries.ts';

/** Who says that nobody answered: this software, which counted the days. Shown to the applicant. */
const COUNTED_HERE = 'ce service, à la fin du délai';

/**
 * Writes down that an offer stayed without an answer until the end of its last day, which counts as a refusal (R441-10).
 * Any number may try at once: the row is locked, and one writes. An answer that came in the meantime stays.
 *
 * @returns whether this call wrote it
 * @throws Refused to anybody but the software
 */
export async function closeUnansweredOffer(
	tx: Tx,
	actor: Actor,
	{ applicationId }: { applicationId: string }
): Promise<boolean> {
	if (actor.kind !== 'system') throw new Refused('close-unanswered-offer');
	const [locked] = await tx
		.select({ state: application.state })
		.from(application)
		.where(eq(application.id, applicationId))
		.for('update');
	if (locked?.state !== 'offer_sent') return false;
	const offer = await offerOf(tx, actor, applicationId);
	if (offer?.clock.phase !== 'over') return false;
	await recordEvent(tx, actor, {
		applicationId,
		kind: 'offer_unanswered',
		occurredOn: offer.replyBefore,
		origin: 'counter',
		author: COUNTED_HERE,
		detail: { offerId: offer.id }
	});
	return true;
}
