import { eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import type { ReasonDraft } from '../../domain/documents/resend-reasons.ts';
import { NotFound } from '../../domain/errors.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { now } from '../clock.ts';
import { resendReason } from '../db/schema/resend-reasons.ts';
import { keepingRetyped } from '../db/kept-languages.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { requireCatalogueEditor } from './access.ts';

/**
 * Words a reason anew, or retires it. What people were told before stays as it was told.
 * @throws Refused unless the head of service acts; NotFound for an unknown code
 */
export async function changeReason(
	tx: Tx,
	actor: Actor,
	{ code, reason }: { code: string; reason: ReasonDraft }
): Promise<void> {
	requireCatalogueEditor(actor);
	const { hold, ...rest } = reason;
	const changed = await tx
		.update(resendReason)
		.set({
			...rest,
			label: keepingRetyped(resendReason.label, reason.label, hold),
			said: keepingRetyped(resendReason.said, reason.said, hold),
			advice: keepingRetyped(resendReason.advice, reason.advice, hold),
			updatedAt: now()
		})
		.where(eq(resendReason.code, code))
		.returning({ code: resendReason.code });
	if (changed.length === 0) throw new NotFound('reason');
	await recordAudit(tx, actor, {
		action: 'change-resend-reason',
		applicationId: null,
		subjectKind: 'resend-reason',
		subjectId: code,
		detail: { mark: reason.mark, again: reason.again, active: reason.active }
	});
}
