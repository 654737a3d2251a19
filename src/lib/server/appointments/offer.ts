import { and, eq, or, sql } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import type { SlotSearch } from '../../domain/appointments/types.ts';
import { NotFound } from '../../domain/errors.ts';
import { now } from '../clock.ts';
import { built, type Given } from '../db/built.ts';
import { counter, motive } from '../db/schema/counters.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { audienceOf, requireMotive } from './access.ts';
import { busyRanges } from './busy-ranges.ts';
import type { CalendarQuestion } from './calendar.ts';
import { knownTimes, type CounterRow, type KnownTimes, type MotiveRow } from './known-times.ts';

export type { CounterRow, MotiveRow };

/** Looks at the times of one motive: days in Paris, both included. */
export type Look = Omit<CalendarQuestion, 'now'> & { motive: MotiveRow };

/**
 * A motive that the actor may book.
 * @throws NotFound when it does not exist or is no longer used; Refused when it is for others
 */
export async function motiveFor(tx: Tx, actor: Actor, code: string): Promise<MotiveRow> {
	const [found] = await tx
		.select()
		.from(motive)
		.where(and(eq(motive.code, code), eq(motive.active, true)));
	return requireBookable(actor, found);
}

/** The same among what is known already. @throws as motiveFor */
export function motiveIn({ motives }: KnownTimes, actor: Actor, code: string): MotiveRow {
	return requireBookable(actor, motives.get(code));
}

function requireBookable(actor: Actor, found: MotiveRow | undefined): MotiveRow {
	if (!found) throw new NotFound('motive');
	requireMotive(actor, found.bookableBy);
	return found;
}

/** Counters that receive, in the order of their names; with a slug, that one alone. */
export async function activeCounters(tx: Tx, slug?: string): Promise<CounterRow[]> {
	return active(tx, { slug: slug ?? null });
}

const active = built((tx, { slug }: Given<'slug'>) =>
	tx
		.select({
			id: counter.id,
			slug: counter.slug,
			name: counter.name,
			communeInsee: counter.communeInsee
		})
		.from(counter)
		.where(and(eq(counter.active, true), or(sql`${slug}::text is null`, eq(counter.slug, slug))))
		.orderBy(counter.name)
);

/** @throws NotFound when no active counter has this slug */
export async function counterFor(tx: Tx, slug: string): Promise<CounterRow> {
	const [found] = await activeCounters(tx, slug);
	if (!found) throw new NotFound('counter');
	return found;
}

/** The same among what is known already. @throws as counterFor */
export function counterIn({ counters }: KnownTimes, slug: string): CounterRow {
	const found = counters.find((each) => each.slug === slug);
	if (!found) throw new NotFound('counter');
	return found;
}

/** The question that the appointment rules answer, with all they need to know. */
export async function searchFor(tx: Tx, actor: Actor, look: Look): Promise<SlotSearch> {
	const moment = now();
	const [known, busy] = await Promise.all([
		knownTimes(tx),
		busyRanges(tx, { ...look, now: moment })
	]);
	return { ...rulesFor(known, actor, look), busy, now: moment };
}

/**
 * What the rules know of some counters, before what is taken. The lists of openings and closures are handed over
 * whole, always the same, so that they are arranged once (day-openings.ts).
 */
export function rulesFor(
	{ openings, closures, absences }: KnownTimes,
	actor: Actor,
	{
		motive: wanted,
		counterIds,
		from,
		until
	}: Pick<Look, 'motive' | 'counterIds' | 'from' | 'until'>
): Omit<SlotSearch, 'busy' | 'now'> {
	return {
		openings,
		closures,
		absences: absences.filter(({ counterId }) => counterIds.includes(counterId)),
		motive: actor.kind === 'agent' ? withoutNotice(wanted) : wanted,
		counterIds,
		from,
		until,
		audience: audienceOf(actor)
	};
}

/** The notice is for people who have a way to go and for the counter's own day: an agent judges both. */
function withoutNotice(motive: MotiveRow): MotiveRow {
	return { ...motive, minimumNoticeMinutes: 0 };
}
