import { firstFreeSlots } from '../../domain/appointments/free-slots.ts';
import type { Actor } from '../../domain/accounts/actor.ts';
import { now, today } from '../clock.ts';
import { myCounters } from '../counters/my-counters.ts';
import { publicMotives } from '../counters/queries.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { loadCalendar } from './calendar.ts';

/** How far the service looks before it worries. Our choice: the plan's own figure is not known. */
export const WITHOUT_TIME_DAYS = 14;

/**
 * Which of an agent's counters propose nothing to the public within 14 days, whatever the motive: its opening hours
 * are missing, or it is full. One read of the calendar for all of them.
 */
export async function countersWithoutTime(tx: Tx, actor: Actor) {
	const counters = await myCounters(tx, actor);
	const from = today();
	const search = {
		counterIds: counters.map(({ id }) => id),
		from,
		until: from.add({ days: WITHOUT_TIME_DAYS }),
		now: now()
	};
	const agenda = await loadCalendar(tx, search);
	let without = search.counterIds;
	for (const motive of await publicMotives(tx)) {
		if (without.length === 0) break;
		const firsts = firstFreeSlots(
			{ ...agenda, ...search, counterIds: without, motive, audience: 'public' },
			1
		);
		without = without.filter((id) => !firsts.get(id)?.length);
	}
	return counters
		.filter(({ id }) => without.includes(id))
		.map(({ slug, name }) => ({ slug, name }));
}
