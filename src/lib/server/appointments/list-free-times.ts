import type { Actor } from '../../domain/accounts/actor.ts';
import { distinctStarts, freeSlots } from '../../domain/appointments/free-slots.ts';
import type { OfferedStart } from '../../domain/appointments/types.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { activeCounters, counterFor, motiveFor, searchFor } from './offer.ts';

export type ListInput = {
	motive: string;
	/** Slug of one counter; all of them when null. */
	counter: string | null;
	/** Days in Paris, both included. */
	from: Temporal.PlainDate;
	until: Temporal.PlainDate;
};

/**
 * Every free start over some days, in order of time, each with its counter's slug: what programs read.
 * @throws NotFound for an unknown motive or counter; Refused for a motive that is not the actor's
 */
export async function listFreeTimes(
	tx: Tx,
	actor: Actor,
	input: ListInput
): Promise<(OfferedStart & { slug: string })[]> {
	const motive = await motiveFor(tx, actor, input.motive);
	const counters =
		input.counter === null ? await activeCounters(tx) : [await counterFor(tx, input.counter)];
	const counterIds = counters.map(({ id }) => id);
	const { from, until } = input;
	const search = await searchFor(tx, actor, { motive, counterIds, from, until });
	const slugs = new Map(counters.map(({ id, slug }) => [id, slug]));
	return distinctStarts(freeSlots(search)).map((start) => ({
		...start,
		slug: slugs.get(start.counterId)!
	}));
}
