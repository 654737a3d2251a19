import type { Actor } from '../../domain/accounts/actor.ts';
import { Refused } from '../../domain/errors.ts';
import { now } from '../clock.ts';
import { upkeepReport } from '../db/schema/upkeep.ts';
import type { Tx } from '../db/unit-of-work.ts';

/** What reports are about: the store of papers, and the antivirus. */
export type UpkeepTask = 'sweep-papers' | 'antivirus';
export type Found = (typeof upkeepReport.$inferSelect)['found'];

/** Writes down what a task of upkeep found, in the place of what it found before. Figures only, never a person. */
export async function recordUpkeep(
	tx: Tx,
	actor: Actor,
	{ task, found }: { task: UpkeepTask; found: Found }
): Promise<void> {
	if (actor.kind !== 'system') throw new Refused('record-upkeep');
	const report = { at: now(), found };
	await tx
		.insert(upkeepReport)
		.values({ task, ...report })
		.onConflictDoUpdate({ target: upkeepReport.task, set: report });
}
