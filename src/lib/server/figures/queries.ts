import { asc, count, desc, eq, sql } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { NotFound } from '../../domain/errors.ts';
import { shownFigures, type ShownLine } from '../../domain/figures/shown-figures.ts';
import { isUuid } from '../applications/access.ts';
import { built } from '../db/built.ts';
import { staffAccount } from '../db/schema/accounts.ts';
import { figureLine, figureRelease } from '../db/schema/figures.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { requireFiguresEditor } from './access.ts';

/** The release that counts: the last that was published; null before the first. */
export async function figuresInForce(tx: Tx) {
	const [found] = await inForce(tx);
	return found ?? null;
}

const inForce = built((tx) =>
	tx
		.select()
		.from(figureRelease)
		.where(eq(figureRelease.state, 'published'))
		.orderBy(desc(figureRelease.publishedAt), desc(figureRelease.id))
		.limit(1)
);

export type PublicFigures = {
	source: string;
	asOf: Temporal.PlainDate;
	isExample: boolean;
	lines: ShownLine[];
};

/** The release that was last asked for, worked out: a published one never changes (migration 0014). */
let remembered: { release: string; figures: PublicFigures } | null = null;

/**
 * The figures in force as anybody may see them (R441-2-16): what is under eleven cases is kept back here, once for the
 * whole territory, and nothing that leaves this function can give it away. Worked out once a release: to find what must
 * be kept back takes longer than all the rest of a page.
 */
export async function publicFigures(tx: Tx): Promise<PublicFigures | null> {
	const published = await figuresInForce(tx);
	if (!published) return null;
	const { id, publishedAt, source, asOf, isExample } = published;
	const release = `${id} ${publishedAt}`;
	if (remembered?.release !== release) {
		const lines = shownFigures(await linesOf(tx, id));
		remembered = { release, figures: { source, asOf, isExample, lines } };
	}
	return remembered.figures;
}

function linesOf(tx: Tx, releaseId: string) {
	const { place, type, stock, pending, allotted, delayMonths } = figureLine;
	return tx
		.select({ place, type, stock, pending, allotted, delayMonths })
		.from(figureLine)
		.where(eq(figureLine.releaseId, releaseId))
		.orderBy(asc(place), asc(type));
}

/**
 * Every release, the newest first, with who brought it.
 * @throws Refused to anybody but whoever imports figures
 */
export async function listReleases(tx: Tx, actor: Actor) {
	requireFiguresEditor(actor);
	return tx
		.select({
			id: figureRelease.id,
			state: figureRelease.state,
			source: figureRelease.source,
			asOf: figureRelease.asOf,
			isExample: figureRelease.isExample,
			createdAt: figureRelease.createdAt,
			publishedAt: figureRelease.publishedAt,
			by: staffAccount.name,
			lines: count(figureLine.place)
		})
		.from(figureRelease)
		.leftJoin(figureLine, eq(figureLine.releaseId, figureRelease.id))
		.leftJoin(
			staffAccount,
			sql`'agent:' || ${staffAccount.id}::text = coalesce(${figureRelease.publishedBy}, ${figureRelease.createdBy})`
		)
		.groupBy(figureRelease.id, staffAccount.name)
		.orderBy(desc(figureRelease.createdAt), desc(figureRelease.id));
}

/**
 * One release with its lines as they were imported: for whoever imports, to look at or to take away.
 * @throws Refused, NotFound
 */
export async function releaseById(tx: Tx, actor: Actor, releaseId: string) {
	requireFiguresEditor(actor);
	if (!isUuid(releaseId)) throw new NotFound('figures');
	const [[release], lines] = await Promise.all([
		tx.select().from(figureRelease).where(eq(figureRelease.id, releaseId)),
		linesOf(tx, releaseId)
	]);
	if (!release) throw new NotFound('figures');
	return { release, lines };
}
