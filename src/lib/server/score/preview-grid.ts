import { asc, gt, ne, and } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { scoreOf } from '../../domain/score/score-of.ts';
import { today } from '../clock.ts';
import { application } from '../db/schema/applications.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { requireGridEditor } from './access.ts';
import { gridById, gridOn } from './grids.ts';
import { scoreFacts } from './score-facts.ts';

const BATCH = 500;

export type GridEffect = {
	/** Live requests that both grids were tried on. */
	requests: number;
	/** Null where the grid makes no total. */
	before: number[] | null;
	after: number[] | null;
	/** How many requests have more, fewer and as many points; null unless both grids make totals. */
	moves: { up: number; down: number; same: number; mostUp: number; mostDown: number } | null;
	/** How many requests each criterion of the new grid applies to. */
	applies: Map<string, number>;
};

/**
 * What a grid would change, on every live request as it stands today; nothing is written.
 * @throws Refused unless the head of service acts; NotFound
 */
export async function previewGrid(tx: Tx, actor: Actor, gridId: string): Promise<GridEffect> {
	requireGridEditor(actor);
	const [next, current] = await Promise.all([gridById(tx, actor, gridId), gridOn(tx, today())]);
	const on = today();
	const before: (number | null)[] = [];
	const after: (number | null)[] = [];
	const applies = new Map(next.criteria.map(({ code }) => [code, 0]));
	for await (const ids of liveRequests(tx)) {
		for (const facts of (await scoreFacts(tx, ids)).values()) {
			before.push(current && scoreOf(facts, current, on).total);
			const { lines, total } = scoreOf(facts, next, on);
			after.push(total);
			for (const { code } of lines) applies.set(code, (applies.get(code) ?? 0) + 1);
		}
	}
	const [had, has] = [known(before), known(after)];
	const moves = had && has && movesOf(had, has);
	return { requests: after.length, before: had, after: has, moves, applies };
}

async function* liveRequests(tx: Tx): AsyncGenerator<string[]> {
	let last = '00000000-0000-0000-0000-000000000000';
	for (;;) {
		const rows = await tx
			.select({ id: application.id })
			.from(application)
			.where(and(ne(application.state, 'struck_off'), gt(application.id, last)))
			.orderBy(asc(application.id))
			.limit(BATCH);
		if (rows.length > 0) yield rows.map(({ id }) => id);
		if (rows.length < BATCH) return;
		last = rows.at(-1)!.id;
	}
}

const known = (totals: readonly (number | null)[]) =>
	totals.every((total) => total !== null) ? (totals as number[]) : null;

function movesOf(before: readonly number[], after: readonly number[]) {
	const changes = after.map((total, at) => total - before[at]!);
	return {
		up: changes.filter((change) => change > 0).length,
		down: changes.filter((change) => change < 0).length,
		same: changes.filter((change) => change === 0).length,
		mostUp: Math.max(0, ...changes),
		mostDown: Math.min(0, ...changes)
	};
}
