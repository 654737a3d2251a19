import { max, sql } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { catalogueCode, type ReasonDraft } from '../../domain/documents/resend-reasons.ts';
import { RuleBroken } from '../../domain/errors.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { now } from '../clock.ts';
import { resendReason } from '../db/schema/resend-reasons.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { requireCatalogueEditor } from './access.ts';

/**
 * Adds a reason at the end of the catalogue, under a code made from its French name.
 * @returns the code
 * @throws Refused unless the head of service acts; RuleBroken `reason-exists` when a reason has that name
 */
export async function addReason(
	tx: Tx,
	actor: Actor,
	{ reason }: { reason: ReasonDraft }
): Promise<string> {
	requireCatalogueEditor(actor);
	const code = catalogueCode(reason.label.fr);
	const [last] = await tx.select({ position: max(resendReason.position) }).from(resendReason);
	const added = await tx
		.insert(resendReason)
		.values({ ...reason, code, position: (last?.position ?? 0) + 1, updatedAt: now() })
		.onConflictDoNothing()
		.returning({ code: resendReason.code });
	const namesakes = await tx
		.select({ code: resendReason.code })
		.from(resendReason)
		.where(sql`lower(${resendReason.label}->>'fr') = lower(${reason.label.fr})`);
	if (added.length === 0 || namesakes.length > 1) throw new RuleBroken('reason-exists');
	await recordAudit(tx, actor, {
		action: 'add-resend-reason',
		applicationId: null,
		subjectKind: 'resend-reason',
		subjectId: code,
		detail: { mark: reason.mark, again: reason.again }
	});
	return code;
}
