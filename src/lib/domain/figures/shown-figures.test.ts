import { describe, expect, it } from 'vitest';
import type { FigureLine, FigureType } from './lines.ts';
import { requestsForOneHome, shownFigures } from './shown-figures.ts';

const line = (place: string, type: FigureType, counts: Partial<FigureLine>): FigureLine => ({
	place,
	type,
	stock: null,
	pending: null,
	allotted: null,
	delayMonths: null,
	...counts
});

describe('what is shown of a release', () => {
	it('says apart what is known, what is not, and what is kept back', () => {
		const [shown] = shownFigures([line('06004', 'T2', { stock: 120, pending: 10 })]);
		expect(shown).toMatchObject({
			stock: { state: 'known', value: 120 },
			pending: { state: 'kept_back' },
			allotted: { state: 'unknown' }
		});
	});

	it('shows a delay where eleven homes were allotted, and not under', () => {
		const delay = (allotted: number) =>
			shownFigures([line('06004', 'T2', { allotted, delayMonths: 23 })])[0]!.delayMonths;
		expect(delay(11)).toEqual({ state: 'known', value: 23 });
		expect(delay(10)).toEqual({ state: 'kept_back' });
	});

	it('keeps back a delay whose homes could be counted from the total', () => {
		const lines = [
			line('06004', 'T2', { allotted: 12, delayMonths: 23 }),
			line('06004', 'T3', { allotted: 5, delayMonths: 40 }),
			line('06004', 'TOUS', { allotted: 17, delayMonths: 28 })
		];
		expect(shownFigures(lines).map(({ delayMonths }) => delayMonths.state)).toEqual([
			'kept_back',
			'kept_back',
			'known'
		]);
	});

	it('shows a commune the same alone or among the others that are asked for', () => {
		const lines = ['06004', '06018'].flatMap((place) => [
			line(place, 'T2', { pending: 30 }),
			line(place, 'T3', { pending: place === '06004' ? 4 : 40 }),
			line(place, 'TOUS', { pending: place === '06004' ? 34 : 70 })
		]);
		const all = shownFigures([...lines, line('EPCI', 'T3', { pending: 44 })]);
		// The territory less the other commune would give the four of Antibes.
		const states = all
			.filter(({ type }) => type === 'T3')
			.map(({ place, pending }) => [place, pending.state]);
		expect(states).toEqual([
			['06004', 'kept_back'],
			['06018', 'kept_back'],
			['EPCI', 'known']
		]);
	});

	it('counts requests for one home only from what is shown', () => {
		const [known, hidden] = shownFigures([
			line('06004', 'T2', { pending: 661, allotted: 14 }),
			line('06018', 'T2', { pending: 661, allotted: 9 })
		]);
		expect(requestsForOneHome(known!)).toBe(47);
		expect(requestsForOneHome(hidden!)).toBeNull();
	});
});
