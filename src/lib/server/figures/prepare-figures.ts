import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { actorLabel, type Actor } from '../../domain/accounts/actor.ts';
import { RuleBroken } from '../../domain/errors.ts';
import { checkFile } from '../../domain/figures/check-file.ts';
import type { FileFault } from '../../domain/figures/columns.ts';
import { now, today } from '../clock.ts';
import { commune } from '../db/schema/counters.ts';
import { figureLine, figureRelease } from '../db/schema/figures.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { requireFiguresEditor } from './access.ts';
import { readFiguresFile } from './read-figures-file.ts';

export type PrepareFiguresInput = {
	/** A CSV file, as it was sent. */
	bytes: Uint8Array;
	/** Where the figures come from, shown with them. */
	source: string;
	/** The day they speak of. */
	asOf: Temporal.PlainDate;
	/** Invented: shown as an example wherever they are seen. */
	isExample: boolean;
};

export type PreparedFigures = { releaseId: string } | { faults: FileFault[] };

/**
 * Reads a file of figures and keeps it aside, all or nothing, for the person to look at before it is published. What
 * the same person had set aside before is forgotten.
 *
 * @returns the draft, or every fault of the file
 * @throws Refused unless the head of service acts; RuleBroken `figures-in-the-future`, `figures-source-missing`, and
 * as `readFiguresFile` says
 */
export async function prepareFigures(
	tx: Tx,
	actor: Actor,
	{ bytes, source: typed, asOf, isExample }: PrepareFiguresInput
): Promise<PreparedFigures> {
	requireFiguresEditor(actor);
	const source = typed.trim();
	if (source === '') throw new RuleBroken('figures-source-missing');
	if (Temporal.PlainDate.compare(asOf, today()) > 0) throw new RuleBroken('figures-in-the-future');
	const communes = await tx.select({ insee: commune.insee, name: commune.name }).from(commune);
	const names = new Map(communes.map(({ insee, name }) => [insee, name]));
	const { lines, faults } = checkFile(readFiguresFile(bytes), names);
	if (faults) return { faults };
	const createdBy = actorLabel(actor);
	await tx
		.delete(figureRelease)
		.where(and(eq(figureRelease.state, 'draft'), eq(figureRelease.createdBy, createdBy)));
	const sha256 = createHash('sha256').update(bytes).digest('hex');
	const [draft] = await tx
		.insert(figureRelease)
		.values({ source, asOf, isExample, sha256, createdAt: now(), createdBy })
		.returning({ id: figureRelease.id });
	if (!draft) throw new Error('the figures were not written');
	const releaseId = draft.id;
	await tx.insert(figureLine).values(lines.map((line) => ({ ...line, releaseId })));
	return { releaseId };
}
