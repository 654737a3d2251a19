import { eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { paperCategory as categoryOf } from '../../domain/documents/categories.ts';
import type { KindDraft } from '../../domain/documents/paper-kind-form.ts';
import { NotFound, RuleBroken } from '../../domain/errors.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { now } from '../clock.ts';
import { paperCategory } from '../db/schema/documents.ts';
import { keepingRetyped } from '../db/kept-languages.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { requireCatalogueEditor } from './access.ts';

/**
 * Words a kind of paper anew, says whether it is sensitive, confirmed, asked of everybody, or retires it. Papers that
 * were sent keep their kind: nothing is ever deleted. Identity and tax notices are what any request needs: they stay
 * mandatory and in use.
 * @throws Refused unless the head of service acts; NotFound for an unknown code; RuleBroken `kind-needed`
 */
export async function changeKind(
	tx: Tx,
	actor: Actor,
	{ code, kind }: { code: string; kind: KindDraft }
): Promise<void> {
	requireCatalogueEditor(actor);
	const isNeeded = (categoryOf(code)?.proves ?? null) !== null;
	if (isNeeded && (kind.level !== 'mandatory' || !kind.active)) throw new RuleBroken('kind-needed');
	const { hold, ...rest } = kind;
	const changed = await tx
		.update(paperCategory)
		.set({
			...rest,
			label: keepingRetyped(paperCategory.label, kind.label, hold),
			explanation: keepingRetyped(paperCategory.explanation, kind.explanation, hold),
			refused: keepingRetyped(paperCategory.refused, kind.refused, hold),
			updatedAt: now()
		})
		.where(eq(paperCategory.code, code))
		.returning({ code: paperCategory.code });
	if (changed.length === 0) throw new NotFound('paper-kind');
	const { level, sensitive, confirmed, active } = kind;
	await recordAudit(tx, actor, {
		action: 'change-paper-kind',
		applicationId: null,
		subjectKind: 'paper-kind',
		subjectId: code,
		detail: { level, sensitive, confirmed, active }
	});
}
