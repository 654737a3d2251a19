import { eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { checkTemplate } from '../../domain/conversations/templates.ts';
import { NotFound } from '../../domain/errors.ts';
import { isUuid } from '../applications/access.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { now } from '../clock.ts';
import { replyTemplate } from '../db/schema/conversations.ts';
import { keepingLanguages } from '../db/kept-languages.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { requireTemplateEditor } from './access.ts';

export type SaveTemplateInput = {
	/** Null for a new one. */
	id: string | null;
	title: string;
	/** By language; empty ones are left out, French is required. */
	texts: Readonly<Record<string, string>>;
	position: number;
	active: boolean;
};

/**
 * Writes a template that agents start answers from. Answers already sent keep their words.
 * @returns its id
 * @throws Refused unless the head of service acts; NotFound; RuleBroken of checkTemplate
 */
export async function saveTemplate(
	tx: Tx,
	actor: Actor,
	input: SaveTemplateInput
): Promise<string> {
	requireTemplateEditor(actor);
	const { title, texts } = checkTemplate(input);
	const { position, active } = input;
	const row = { title, body: texts, position, active, updatedAt: now() };
	const saved = input.id === null ? await add(tx, row) : await change(tx, input.id, row);
	if (!saved) throw new NotFound('reply-template');
	await recordAudit(tx, actor, {
		action: 'save-template',
		applicationId: null,
		subjectKind: 'reply-template',
		subjectId: saved.id
	});
	return saved.id;
}

type Row = typeof replyTemplate.$inferInsert;

async function add(tx: Tx, row: Row) {
	const [added] = await tx.insert(replyTemplate).values(row).returning({ id: replyTemplate.id });
	return added;
}

async function change(tx: Tx, id: string, row: Row) {
	if (!isUuid(id)) return undefined;
	const [changed] = await tx
		.update(replyTemplate)
		.set({ ...row, body: keepingLanguages(replyTemplate.body, row.body) })
		.where(eq(replyTemplate.id, id))
		.returning({ id: replyTemplate.id });
	return changed;
}
