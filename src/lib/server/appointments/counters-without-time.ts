import { firstFreeSlots } from '../../domain/appointments/free-slots.ts';
import type { Actor } from '../../domain/accounts/actor.ts';
import { DEFAULT_SETTINGS } from '../../domain/counters/settings.ts';
import { now, today } from '../clock.ts';
import { alertDays } from '../counters/counter-settings.ts';
import { myCounters } from '../counters/my-counters.ts';
import { publicMotives } from '../counters/queries.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { loadCalendar } from './calendar.ts';

/** How far a counter that chose nothing looks. Our choice: the plan's own figure is not known. */
const WITHOUT_TIME_DAYS = DEFAULT_SETTINGS.alertWithinDays;

/**
 * Which of an agent's counters propose nothing to the public within the days each of them chose, whatever the motive:
 * its opening hours are missing, or it is full. One read of the calendar for all of them.
 */
export async function countersWithoutTime(tx: Tx, actor: Actor) {
	const [counters, motives] = await Promise.all([myCounters(tx, actor), publicMotives(tx)]);
	const from = today();
	const counterIds = counters.map(({ id }) => id);
	const within = await alertDays(tx, counterIds);
	const lastDay = (id: string) => from.add({ days: within.get(id) ?? WITHOUT_TIME_DAYS });
	const farthest = Math.max(WITHOUT_TIME_DAYS, ...within.values());
	const search = { counterIds, from, until: from.add({ days: farthest }), now: now() };
	const agenda = await loadCalendar(tx, search);
	let without = search.counterIds;
	for (const motive of motives) {
		if (without.length === 0) break;
		const firsts = firstFreeSlots(
			{ ...agenda, ...search, counterIds: without, motive, audience: 'public' },
			1
		);
		without = without.filter((id) => {
			const first = firsts.get(id)?.[0];
			return !first || Temporal.PlainDate.compare(first.day, lastDay(id)) > 0;
		});
	}
	return counters
		.filter(({ id }) => without.includes(id))
		.map(({ id, slug, name }) => ({ slug, name, withinDays: within.get(id)! }));
}
