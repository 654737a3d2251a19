import { and, eq, sql } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { NotFound } from '../../domain/errors.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { paperPage } from '../db/schema/paper-content.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { lockPaper, requireAgent } from './access.ts';
import { requireArrangeable } from './arrangeable.ts';
import { enqueuePreparation } from './enqueue-preparation.ts';

/**
 * An agent turns a page upright, for the eyes and in the file that goes to SNE. `turn` is to the right, in degrees.
 * @throws NotFound for a page that is not there; Refused; RuleBroken `paper-not-ready`, `paper-not-arrangeable`
 */
export async function rotatePage(
	tx: Tx,
	actor: Actor,
	{ paperId, number, turn }: { paperId: string; number: number; turn: 90 | 180 | 270 }
): Promise<void> {
	requireAgent(actor, 'rotate-page');
	const found = await lockPaper(tx, actor, paperId);
	requireArrangeable(actor, found, ['received', 'being_checked', 'accepted']);
	const turned = await tx
		.update(paperPage)
		.set({ rotation: sql`(${paperPage.rotation} + ${turn}) % 360` })
		.where(and(eq(paperPage.paperId, found.id), eq(paperPage.number, number)))
		.returning({ id: paperPage.id });
	if (turned.length === 0) throw new NotFound('page');
	await enqueuePreparation(tx, found.id);
	await recordAudit(tx, actor, {
		action: 'rotate-page',
		applicationId: found.applicationId,
		subjectKind: 'paper',
		subjectId: found.id,
		detail: { page: number, turn }
	});
}
