import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEAST_CASES } from '../figures/lines.ts';
import { distributionOf, type Totals } from './distribution.ts';

const totals = (...list: number[]): Totals => list.map((total) => ({ total, requests: 1 }));
const ten = Array.from({ length: 10 }, (_, index) => index * 10);

describe('where a score stands', () => {
	it('is not told under eleven comparable requests', () => {
		expect(distributionOf(totals(...ten), 50)).toBeNull();
		expect(distributionOf([], 50)).toBeNull();
	});

	it('is told from eleven on, in one bar', () => {
		expect(distributionOf(totals(...ten, 100), 50)).toEqual({
			about: 10,
			bins: [{ from: 0, to: 119, about: 10, isMine: true }],
			fewerInTen: 5
		});
	});

	it('in bars a person can follow, their own marked', () => {
		const others = [
			{ total: 5, requests: 30 },
			{ total: 18, requests: 42 },
			{ total: 33, requests: 20 }
		];
		expect(distributionOf(others, 18)).toEqual({
			about: 90,
			bins: [
				{ from: 5, to: 9, about: 30, isMine: false },
				{ from: 10, to: 19, about: 40, isMine: true },
				{ from: 20, to: 34, about: 20, isMine: false }
			].map((bin) => ({ ...bin })),
			fewerInTen: 3
		});
	});

	it('below and above all the others too', () => {
		const others = [{ total: 50, requests: 40 }];
		expect(distributionOf(others, 10)).toMatchObject({ fewerInTen: 0, bins: [{ from: 10 }] });
		expect(distributionOf(others, 90)).toMatchObject({ fewerInTen: 10, bins: [{ to: 90 }] });
	});
});

describe('whatever the requests', () => {
	const anyTotals = fc.array(
		fc.record({
			total: fc.integer({ min: -60, max: 400 }),
			requests: fc.integer({ min: 1, max: 9 })
		}),
		{ maxLength: 60 }
	);
	it('no bar holds fewer than eleven, none is left out, and one is the person’s', () => {
		fc.assert(
			fc.property(anyTotals, fc.integer({ min: -100, max: 500 }), (others, mine) => {
				const all = others.reduce((sum, { requests }) => sum + requests, 0);
				const shown = distributionOf(others, mine);
				expect(shown === null).toBe(all < LEAST_CASES);
				if (!shown) return;
				const counts = shown.bins.map(({ from, to }) =>
					others
						.filter(({ total }) => from <= total && total <= to)
						.reduce((sum, { requests }) => sum + requests, 0)
				);
				expect(Math.min(...counts)).toBeGreaterThanOrEqual(LEAST_CASES);
				expect(counts.reduce((a, b) => a + b, 0)).toBe(all);
				expect(shown.bins.filter(({ isMine }) => isMine)).toHaveLength(1);
				expect(shown.bins.length).toBeLessThanOrEqual(7);
				expect(shown.bins.every(({ about }) => about % 5 === 0)).toBe(true);
			})
		);
	});
});
