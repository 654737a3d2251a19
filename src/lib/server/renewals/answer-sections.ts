import { and, eq, ne } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import type { Answers } from '../../domain/renewals/answers.ts';
import { RuleBroken } from '../../domain/errors.ts';
import { now } from '../clock.ts';
import { renewalConfirmation } from '../db/schema/renewals.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { lockRenewable } from './access.ts';

/**
 * Keeps what the applicant says of each part of the request ("has anything changed?"), so that nothing is lost while
 * they declare a change. Nothing is confirmed yet.
 * @throws NotFound; RuleBroken `renewal-not-open`, `renewal-too-late`, `renewal-not-live`, `renewal-confirmed` once it
 * was confirmed
 */
export async function answerSections(
	tx: Tx,
	actor: Actor,
	input: { answers: Answers }
): Promise<void> {
	const { applicationId, validUntil } = await lockRenewable(tx, actor);
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
	if (known && known.state !== 'draft') throw new RuleBroken('renewal-confirmed');
	if (known) {
		const answers = { ...known.answers, ...input.answers };
		await tx
			.update(renewalConfirmation)
			.set({ answers })
			.where(eq(renewalConfirmation.id, known.id));
		return;
	}
	const { answers } = input;
	const begun = { applicationId, validUntil, answers, state: 'draft', createdAt: now() } as const;
	await tx.insert(renewalConfirmation).values(begun);
}
