import { and, eq, ne } from 'drizzle-orm';
import { actorLabel, type Actor } from '../../domain/accounts/actor.ts';
import { RuleBroken } from '../../domain/errors.ts';
import { unsettledSections } from '../../domain/renewals/answers.ts';
import { now } from '../clock.ts';
import { renewalConfirmation } from '../db/schema/renewals.ts';
import { sneOutbox } from '../db/schema/sne.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { lockRenewable } from './access.ts';
import { declaredKinds } from './declared-kinds.ts';

/** The kind of the lines of the outbox that ask for a renewal. */
export const RENEWAL_OUTBOX = 'renewal';

/**
 * The applicant confirms that they keep their request, every part of it being answered. It renews nothing by itself:
 * it goes to the outbox, and the counter enters it in the register (R441-2-7). Two taps are one confirmation.
 *
 * @returns the id of the confirmation
 * @throws NotFound; RuleBroken `renewal-unsettled` (facts: section), `renewal-not-open`, `renewal-too-late`,
 * `renewal-not-live`
 */
export async function confirmRenewal(tx: Tx, actor: Actor): Promise<string> {
	const { applicationId, validUntil, opensOn } = await lockRenewable(tx, actor);
	const [known] = await tx
		.select()
		.from(renewalConfirmation)
		.where(
			and(
				eq(renewalConfirmation.applicationId, applicationId),
				eq(renewalConfirmation.validUntil, validUntil),
				ne(renewalConfirmation.state, 'not_possible')
			)
		);
	if (known && known.state !== 'draft') return known.id;
	const declared = await declaredKinds(tx, applicationId, opensOn);
	const [section] = unsettledSections(known?.answers ?? {}, declared);
	if (!known || section) throw new RuleBroken('renewal-unsettled', { section: section ?? '' });
	const at = now();
	const [line] = await tx
		.insert(sneOutbox)
		.values({
			applicationId,
			kind: RENEWAL_OUTBOX,
			payload: { confirmationId: known.id, validUntil: validUntil.toString() },
			createdAt: at
		})
		.returning({ id: sneOutbox.id });
	await tx
		.update(renewalConfirmation)
		.set({
			state: 'confirmed',
			confirmedAt: at,
			confirmedBy: actorLabel(actor),
			outboxId: line!.id
		})
		.where(eq(renewalConfirmation.id, known.id));
	return known.id;
}
