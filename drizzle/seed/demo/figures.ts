import type { Agent } from '../../../src/lib/domain/accounts/actor.ts';
import { FIGURE_COLUMNS } from '../../../src/lib/domain/figures/columns.ts';
import { csvText } from '../../../src/lib/domain/figures/csv-text.ts';
import { ALL_TYPES, WHOLE } from '../../../src/lib/domain/figures/lines.ts';
import { prepareFigures } from '../../../src/lib/server/figures/prepare-figures.ts';
import { publishFigures } from '../../../src/lib/server/figures/publish-figures.ts';
import { communes } from '../reference/communes.ts';
import { moment, within } from './moments.ts';
import { seededRandom, type Random } from './random.ts';

/** Its own die, so that the figures do not change when the people do. */
const DIE = 661_014;

/** Homes for a hundred inhabitants, requests for a home, homes allotted for a hundred: all invented. */
const SHARES = [
	{ type: 'T1', homes: 0.6, requests: 2.4, turnover: 7, months: 26 },
	{ type: 'T2', homes: 1.5, requests: 1.6, turnover: 8, months: 24 },
	{ type: 'T3', homes: 2.2, requests: 0.9, turnover: 7, months: 22 },
	{ type: 'T4', homes: 1.4, requests: 0.8, turnover: 6, months: 29 },
	{ type: 'T5', homes: 0.3, requests: 1.3, turnover: 4, months: 41 }
] as const;

type Counts = { homes: number; requests: number; allotted: number; months: number | null };

/** Brings in invented figures, marked so, the way the head of service does: file, look, publish. */
export async function seedFigures(head: Agent, today: Temporal.PlainDate): Promise<void> {
	const asOf = today.with({ day: 1 }).subtract({ months: 1 });
	const input = {
		bytes: new TextEncoder().encode(inventedFile(seededRandom(DIE))),
		source: 'Chiffres inventés pour la démonstration',
		asOf,
		isExample: true
	};
	await within(head, moment(asOf.add({ days: 20 }), '14:05'), async (tx) => {
		const prepared = await prepareFigures(tx, head, input);
		if ('faults' in prepared) throw new Error('the invented figures have a fault');
		await publishFigures(tx, head, prepared);
	});
}

function inventedFile(random: Random): string {
	const places = communes.map(({ insee, name, population }) => ({
		insee,
		name,
		types: SHARES.map((share) => ({ type: share.type, ...drawn(random, share, population) }))
	}));
	const whole = SHARES.map(({ type }, at) => ({
		type,
		...added(places.map(({ types }) => types[at]!))
	}));
	const all = [...places, { insee: WHOLE, name: 'Ensemble du territoire', types: whole }];
	const rows = all.flatMap(({ insee, name, types }) =>
		[...types, { type: ALL_TYPES, ...added(types) }].map((one) => [
			insee,
			name,
			one.type,
			one.homes,
			one.requests,
			one.allotted,
			one.months
		])
	);
	return csvText([[...FIGURE_COLUMNS], ...rows]);
}

function drawn(random: Random, share: (typeof SHARES)[number], population: number): Counts {
	const homes = Math.round((population / 100) * share.homes * (random.between(70, 130) / 100));
	const allotted = Math.round((homes * share.turnover * random.between(70, 130)) / 10_000);
	return {
		homes,
		requests: Math.round((homes * share.requests * random.between(80, 140)) / 100),
		allotted,
		months: allotted > 0 ? share.months + random.between(-8, 10) : null
	};
}

function added(parts: readonly Counts[]): Counts {
	const sum = (pick: (one: Counts) => number) => parts.reduce((all, one) => all + pick(one), 0);
	const allotted = sum((one) => one.allotted);
	return {
		homes: sum((one) => one.homes),
		requests: sum((one) => one.requests),
		allotted,
		months:
			allotted > 0 ? Math.round(sum((one) => (one.months ?? 0) * one.allotted) / allotted) : null
	};
}
