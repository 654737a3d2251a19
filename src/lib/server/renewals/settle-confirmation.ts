import { and, eq } from 'drizzle-orm';
import { now } from '../clock.ts';
import { renewalConfirmation } from '../db/schema/renewals.ts';
import { sneOutbox } from '../db/schema/sne.ts';
import type { Tx } from '../db/unit-of-work.ts';

export type Settlement = {
	applicationId: string;
	/** The day the renewal was entered in SNE. */
	recordedOn: Temporal.PlainDate;
	/** Who wrote it, as journals name them. */
	by: string;
	/** The body that says so, as the applicant reads it. */
	author: string;
};

/**
 * The request is renewed, by the counter or by a file of the register: what was waiting for that is over, in the list
 * of confirmations and in the outbox. Called by whoever records a renewal; nothing happens where nothing waits.
 */
export async function settleConfirmation(tx: Tx, settled: Settlement): Promise<void> {
	const { applicationId, recordedOn, by, author } = settled;
	const at = now();
	const closed = await tx
		.update(renewalConfirmation)
		.set({
			state: 'recorded',
			recordedOn,
			answeredAt: at,
			answeredBy: by,
			answeredFor: author
		})
		.where(
			and(
				eq(renewalConfirmation.applicationId, applicationId),
				eq(renewalConfirmation.state, 'confirmed')
			)
		)
		.returning({ outboxId: renewalConfirmation.outboxId });
	for (const { outboxId } of closed) {
		if (!outboxId) continue;
		await tx.update(sneOutbox).set({ state: 'done', doneAt: at }).where(eq(sneOutbox.id, outboxId));
	}
}
