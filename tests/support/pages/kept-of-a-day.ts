/** What the kept parts of an agent's day may be shown with: each line changes one thing that a part depends on. */

const biot = { slug: 'biot', name: 'Biot' };
const vence = { slug: 'vence', name: 'Vence' };
const choice = { counters: [biot, vence], chosen: 'biot', action: '/agent' };
export const choices = [
	choice,
	{ ...choice, chosen: 'vence' },
	{ ...choice, action: '/agent/agenda' },
	{ ...choice, day: '2026-12-03' },
	{ ...choice, counters: [biot, { ...vence, name: 'Vence centre' }] }
];

const bar = {
	slug: 'biot' as string | undefined,
	day: '2026-12-03',
	isToday: true,
	previous: '2026-12-02',
	next: '2026-12-04'
};
export const bars = [
	bar,
	{ ...bar, slug: 'vence' },
	{ ...bar, slug: undefined },
	{ ...bar, day: '2026-12-05' },
	{ ...bar, isToday: false },
	{ ...bar, previous: '2026-12-01' },
	{ ...bar, next: '2026-12-07' }
];

const none = {
	messages: 0,
	papers: 0,
	renewals: 0,
	receptions: 0,
	wishes: 0,
	waiting: 0,
	proposals: { changes: 0, corrections: 0 },
	confirmations: 0,
	offers: 0,
	without: [] as object[]
};
const numbers = Object.keys(none).filter((name) => typeof none[name as 'papers'] === 'number');
export const queues = [
	none,
	...numbers.map((name) => ({ ...none, [name]: 1 })),
	{ ...none, papers: 2 },
	{ ...none, proposals: { changes: 1, corrections: 0 } },
	{ ...none, proposals: { changes: 0, corrections: 1 } },
	{ ...none, without: [biot] },
	{ ...none, without: [biot, vence] }
].map((counts) => ({ counts }));
