import type { EventKind } from '../../../src/lib/domain/applications/event-kinds.ts';
import type { Life, StepAuthor } from './lives.ts';
import type { Random } from './random.ts';

export type DatedStep = { kind: EventKind; by: StepAuthor; on: Temporal.PlainDate };
export type PlannedLife = { filedOn: Temporal.PlainDate; steps: DatedStep[] };

/** Gives a life its days, counted back from today: filing, yearly renewals, and what happened, oldest first. */
export function planLife(random: Random, life: Life, today: Temporal.PlainDate): PlannedLife {
	const filedOn = filingDay(random, life, today);
	const own = datedSteps(random, life, filedOn, today);
	const until = own.find(({ kind }) => kind.startsWith('struck_off'))?.on ?? today;
	const margin = life.endsIn ? 0 : random.between(5, 40);
	const renewals = renewalDays(filedOn, until, margin, life.endsIn !== undefined);
	const steps = [...own, ...renewals.map((on) => ({ kind: 'renewed', by: 'sne', on }) as const)];
	return { filedOn, steps: steps.sort((a, b) => Temporal.PlainDate.compare(a.on, b.on)) };
}

/** With a last day of validity, the filing is whole years before it. */
function filingDay(
	random: Random,
	{ filed, endsIn }: Life,
	today: Temporal.PlainDate
): Temporal.PlainDate {
	const daysAgo = random.between(...filed);
	if (!endsIn) return today.subtract({ days: daysAgo });
	const end = today.add({ days: random.between(...endsIn) });
	return end.subtract({ years: Math.max(1, Math.round(daysAgo / 365)) });
}

/** Spread evenly from the beginning of the window to a few days ago, never on the same day. */
function datedSteps(
	random: Random,
	{ steps, over = [10, 30] }: Life,
	filedOn: Temporal.PlainDate,
	today: Temporal.PlainDate
): DatedStep[] {
	const begun = Math.min(random.between(...over), filedOn.until(today).days - 1);
	const stride = Math.max(1, Math.floor((begun - 1) / Math.max(1, steps.length)));
	return steps.map(([kind, by], index) => ({
		kind,
		by,
		on: today.subtract({ days: Math.max(1, begun - index * stride) })
	}));
}

/**
 * The days a request was renewed, each `margin` days before its validity ran out (R441-2-7).
 * @param stop true to let the last validity run towards its end, as `endsIn` asks
 */
export function renewalDays(
	filedOn: Temporal.PlainDate,
	until: Temporal.PlainDate,
	margin: number,
	stop = false
): Temporal.PlainDate[] {
	const days: Temporal.PlainDate[] = [];
	let end = filedOn.add({ years: 1 });
	for (;;) {
		const day = end.subtract({ days: margin });
		const next = day.add({ years: 1 });
		// The last validity is the one that holds or has just ended.
		const late = Temporal.PlainDate.compare(stop ? next.subtract({ days: 60 }) : day, until) >= 0;
		if (late) return days;
		days.push(day);
		end = next;
	}
}
