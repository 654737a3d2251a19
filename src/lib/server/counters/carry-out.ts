import { sql } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import type { CounterChange } from '../../domain/counters/changes.ts';
import { RuleBroken } from '../../domain/errors.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { tellWithoutOpening } from './tell-without-opening.ts';
import { weighChange, type WeighedChange } from './weigh-change.ts';

export type ChangeInput<Change extends CounterChange> = {
	slug: string;
	change: Change;
	/** What the preview showed (`seen`): when other appointments are concerned by now, nothing is saved. */
	seen?: string;
};

/** What was done: the row written or removed, and how many people are to move. */
export type CarriedOut = { id: string; marked: number; unreachable: number };

/**
 * What every change of a counter's times has in common: who may, what it does to appointments, the people told once,
 * the line in the journal. One change of a counter at a time.
 *
 * @param write writes the change itself and gives the id of the row
 * @throws Refused, NotFound, RuleBroken as weighChange; RuleBroken `preview-outdated`
 */
export async function carryOut<Change extends CounterChange>(
	tx: Tx,
	actor: Actor,
	{ slug, change, seen }: ChangeInput<Change>,
	write: (known: WeighedChange) => Promise<string>
): Promise<CarriedOut> {
	await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`times-of:${slug}`}, 0))`);
	const weighed = await weighChange(tx, actor, { slug, change });
	if (seen !== undefined && seen !== weighed.seen) throw new RuleBroken('preview-outdated');
	const id = await write(weighed);
	const why = change.kind === 'add-closure' ? 'closed' : 'changed';
	const told = await tellWithoutOpening(tx, actor, weighed.displaced, why);
	await recordAudit(tx, actor, {
		action: change.kind,
		applicationId: null,
		subjectKind: 'counter',
		subjectId: weighed.counter.id,
		detail: { row: id, displaced: weighed.displaced.length, ...told }
	});
	return { id, ...told };
}
