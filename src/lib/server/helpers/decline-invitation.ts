import { eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { NotFound, RuleBroken } from '../../domain/errors.ts';
import { mandateStateAt } from '../../domain/helpers/mandate.ts';
import { now } from '../clock.ts';
import { helperMandate } from '../db/schema/helpers.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { tellApplicant } from './announce-helper.ts';
import { linkHashOf } from './link.ts';

/**
 * Whoever holds the link says no, or that it is not for them. The applicant is told. Twice is one success.
 * @throws NotFound for a link that was never given out; RuleBroken `invitation-over`
 */
export async function declineInvitation(
	tx: Tx,
	actor: Actor,
	{ secret }: { secret: string }
): Promise<void> {
	const [row] = await tx
		.select()
		.from(helperMandate)
		.where(eq(helperMandate.linkHash, linkHashOf(secret)))
		.for('update');
	if (!row) throw new NotFound('invitation');
	const state = mandateStateAt(row, now());
	if (state === 'declined') return;
	if (state !== 'invited') throw new RuleBroken('invitation-over');
	await tx.update(helperMandate).set({ declinedAt: now() }).where(eq(helperMandate.id, row.id));
	await tellApplicant(tx, actor, { applicationId: row.applicationId, news: 'declined' });
}
