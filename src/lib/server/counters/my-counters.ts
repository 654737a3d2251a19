import type { Actor } from '../../domain/accounts/actor.ts';
import { NotFound } from '../../domain/errors.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { mayEditCounter } from './access.ts';
import { listCounters, nameCounters, type CounterView, type NamedCounter } from './queries.ts';

/** The counters an agent works for, all of them for the head of service, in the order of nameCounters. */
export async function myCounters(tx: Tx, actor: Actor): Promise<NamedCounter[]> {
	return (await nameCounters(tx)).filter(({ id }) => mayEditCounter(actor, id));
}

/** The same with all that is known of them. */
export async function viewMyCounters(tx: Tx, actor: Actor): Promise<CounterView[]> {
	return (await listCounters(tx)).filter(({ id }) => mayEditCounter(actor, id));
}

/**
 * My counters, and the one that a screen is about: the one asked for, else the first.
 * @returns `counter` null for an agent to whom no counter was given
 * @throws NotFound for a counter that is not mine as for one that does not exist
 */
export async function chooseMyCounter(tx: Tx, actor: Actor, slug: string | null) {
	return chosenOf(await myCounters(tx, actor), slug);
}

/** The same of counters that were read already. @throws as chooseMyCounter */
export function chosenOf<C extends NamedCounter>(counters: C[], slug: string | null) {
	if (slug === null) return { counters, counter: counters[0] ?? null };
	const counter = counters.find((each) => each.slug === slug);
	if (!counter) throw new NotFound('counter');
	return { counters, counter };
}
