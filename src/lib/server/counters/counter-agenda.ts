import { and, asc, eq, gte } from 'drizzle-orm';
import type { KnownAgenda, KnownAbsence } from '../../domain/counters/changed-agenda.ts';
import type { Actor } from '../../domain/accounts/actor.ts';
import { Refused } from '../../domain/errors.ts';
import { loadCalendar } from '../appointments/calendar.ts';
import { now, today } from '../clock.ts';
import { closure, desk, motive } from '../db/schema/counters.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { requireOpeningsEditor } from './access.ts';
import { counterBySlug, type CounterView } from './queries.ts';

/** No motive looks further (motive_windows), so nobody has an appointment later. */
export const LOOKED_AT_DAYS = 366;

export type DeskRow = Pick<typeof desk.$inferSelect, 'id' | 'name' | 'active'>;
export type ClosureRow = typeof closure.$inferSelect;

/** A counter as its staff see it. */
export type CounterToEdit = {
	counter: CounterView;
	desks: DeskRow[];
	motives: (typeof motive.$inferSelect)[];
	closures: ClosureRow[];
	/** From today on. */
	agenda: KnownAgenda;
};

/**
 * A counter with all that says when it receives, for who may change it.
 * @throws Refused for whoever is no agent; NotFound for an unknown counter and for the agent of another one
 */
export async function counterToEdit(tx: Tx, actor: Actor, slug: string): Promise<CounterToEdit> {
	if (actor.kind !== 'agent' && actor.kind !== 'system') throw new Refused('edit-openings');
	const counter = await counterBySlug(tx, slug);
	requireOpeningsEditor(actor, counter.id);
	const [closures, desks, motives, calendar] = await Promise.all([
		closuresFrom(tx, counter.id, today()),
		tx
			.select({ id: desk.id, name: desk.name, active: desk.active })
			.from(desk)
			.where(eq(desk.counterId, counter.id))
			.orderBy(asc(desk.name)),
		activeMotives(tx),
		calendarOf(tx, counter.id)
	]);
	// The rows come with their ids, which the search has no use for and its type does not name.
	const agenda = { ...calendar, closures, absences: calendar.absences as KnownAbsence[] };
	return { counter, desks, motives, closures, agenda };
}

function calendarOf(tx: Tx, counterId: string) {
	const from = today();
	const until = from.add({ days: LOOKED_AT_DAYS });
	return loadCalendar(tx, { counterIds: [counterId], from, until, now: now() });
}

async function closuresFrom(tx: Tx, counterId: string, day: Temporal.PlainDate) {
	return tx
		.select()
		.from(closure)
		.where(and(eq(closure.counterId, counterId), gte(closure.untilDay, day)))
		.orderBy(asc(closure.fromDay));
}

async function activeMotives(tx: Tx) {
	return tx
		.select()
		.from(motive)
		.where(eq(motive.active, true))
		.orderBy(asc(motive.position), asc(motive.code));
}
