import { max, sql } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import type { KindDraft } from '../../domain/documents/paper-kind-form.ts';
import { catalogueCode } from '../../domain/documents/resend-reasons.ts';
import { RuleBroken } from '../../domain/errors.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { now } from '../clock.ts';
import { paperCategory } from '../db/schema/documents.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { requireCatalogueEditor } from './access.ts';

/**
 * Adds a kind of paper at the end of the catalogue, under a code made from its French name. Nothing outside the list of
 * the arrêté may be asked: the source says where it is.
 * @returns the code
 * @throws Refused unless the head of service acts; RuleBroken `kind-exists` when a kind has that name
 */
export async function addKind(
	tx: Tx,
	actor: Actor,
	{ kind }: { kind: KindDraft }
): Promise<string> {
	requireCatalogueEditor(actor);
	const code = catalogueCode(kind.label.fr);
	const namesakes = await tx
		.select({ code: paperCategory.code })
		.from(paperCategory)
		.where(sql`lower(${paperCategory.label}->>'fr') = lower(${kind.label.fr})`);
	if (namesakes.length > 0) throw new RuleBroken('kind-exists');
	const [last] = await tx.select({ position: max(paperCategory.position) }).from(paperCategory);
	const added = await tx
		.insert(paperCategory)
		.values({ ...kind, code, position: (last?.position ?? 0) + 1, updatedAt: now() })
		.onConflictDoNothing()
		.returning({ code: paperCategory.code });
	if (added.length === 0) throw new RuleBroken('kind-exists');
	await recordAudit(tx, actor, {
		action: 'add-paper-kind',
		applicationId: null,
		subjectKind: 'paper-kind',
		subjectId: code,
		detail: { level: kind.level, sensitive: kind.sensitive }
	});
	return code;
}
