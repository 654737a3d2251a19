import { eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { RuleBroken } from '../../domain/errors.ts';
import type { LocalisedText } from '../../domain/localised.ts';
import { scoreGrid } from '../db/schema/score.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { requireGridEditor } from './access.ts';
import { lockDraft } from './grids.ts';

export type SetGridInput = {
	gridId: string;
	title: LocalisedText;
	/** Who adopted it, and when. */
	source: string;
	/** Its points are invented: shown so wherever they are seen. */
	isExample: boolean;
};

/**
 * Writes what a draft is called and where it comes from.
 * @throws Refused unless the head of service acts; NotFound; RuleBroken `grid-published`, `grid-title-missing`
 */
export async function setGrid(
	tx: Tx,
	actor: Actor,
	{ gridId, title, source, isExample }: SetGridInput
): Promise<void> {
	requireGridEditor(actor);
	await lockDraft(tx, gridId);
	if (title.fr.trim() === '') throw new RuleBroken('grid-title-missing');
	await tx
		.update(scoreGrid)
		.set({ title, source: source.trim(), isExample })
		.where(eq(scoreGrid.id, gridId));
}
