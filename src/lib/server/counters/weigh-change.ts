import { createHash } from 'node:crypto';
import type { Actor } from '../../domain/accounts/actor.ts';
import { displacedVisits } from '../../domain/appointments/displaced.ts';
import { brokenRules } from '../../domain/counters/change-rules.ts';
import {
	changedAgenda,
	isTargetKnown,
	type KnownAgenda
} from '../../domain/counters/changed-agenda.ts';
import type { CounterChange } from '../../domain/counters/changes.ts';
import { NotFound, RuleBroken } from '../../domain/errors.ts';
import { today } from '../clock.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { counterToEdit, type CounterToEdit } from './counter-agenda.ts';
import { plannedVisits, type PlannedVisitRow } from './planned-visits.ts';

/** A change and what it does: shown before saving, and asked again when it is saved. */
export type WeighedChange = CounterToEdit & {
	after: KnownAgenda;
	/** Appointments that the change leaves without opening. */
	displaced: PlannedVisitRow[];
	/** Names exactly these appointments: a confirmation is worth what was shown. */
	seen: string;
};

/**
 * What a change would do to a counter. Nothing is written.
 * @throws Refused, NotFound as counterToEdit, also for what the change points at when it is not of this counter;
 * RuleBroken by the first rule of the change that is broken
 */
export async function weighChange(
	tx: Tx,
	actor: Actor,
	{ slug, change }: { slug: string; change: CounterChange }
): Promise<WeighedChange> {
	const known = await counterToEdit(tx, actor, slug);
	requireTargets(known, change);
	const [broken] = Object.entries(brokenRules(change, today()));
	if (broken) throw new RuleBroken(broken[1], { field: broken[0] });
	const after = changedAgenda(known.agenda, known.counter.id, change);
	const displaced = displacedVisits(await plannedVisits(tx, known.counter.id), known.agenda, after);
	return { ...known, after, displaced, seen: digestOf(displaced) };
}

function requireTargets({ agenda, desks, motives }: CounterToEdit, change: CounterChange): void {
	if (!isTargetKnown(agenda, change)) throw new NotFound(change.kind);
	const isDesk = (id: string) => desks.some((desk) => desk.id === id && desk.active);
	if (change.kind === 'close-desk' && !isDesk(change.id)) throw new NotFound('desk');
	if (change.kind === 'add-desk-absence' && !isDesk(change.absence.deskId))
		throw new NotFound('desk');
	if (change.kind !== 'add-opening' && change.kind !== 'change-opening') return;
	if (!change.opening.deskIds.every(isDesk)) throw new NotFound('desk');
	const isMotive = (code: string) => motives.some((motive) => motive.code === code);
	if (!change.opening.motiveCodes.every(isMotive)) throw new NotFound('motive');
}

function digestOf(visits: readonly PlannedVisitRow[]): string {
	const ids = visits.map(({ id }) => id).sort();
	return createHash('sha256').update(ids.join(' ')).digest('hex').slice(0, 16);
}
