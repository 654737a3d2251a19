import { asc, eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { NotFound } from '../../domain/errors.ts';
import { resendReason } from '../db/schema/resend-reasons.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { requireAgent } from './access.ts';

export type ReasonView = typeof resendReason.$inferSelect;

/** Why a paper may be asked for again, in the catalogue's order; those that were retired too unless `inUse`. */
export async function reasonCatalogue(
	tx: Tx,
	actor: Actor,
	{ inUse = false } = {}
): Promise<ReasonView[]> {
	requireAgent(actor, 'read-reasons');
	return tx
		.select()
		.from(resendReason)
		.where(inUse ? eq(resendReason.active, true) : undefined)
		.orderBy(asc(resendReason.position), asc(resendReason.code));
}

/** One of them, retired or not. @throws NotFound */
export async function reasonByCode(tx: Tx, actor: Actor, code: string): Promise<ReasonView> {
	requireAgent(actor, 'read-reasons');
	const [found] = await tx.select().from(resendReason).where(eq(resendReason.code, code));
	if (!found) throw new NotFound('reason');
	return found;
}
