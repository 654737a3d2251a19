import { describe, expect, it } from 'vitest';
import { child, criterion, facts, ON, person } from '../../../../tests/support/score.ts';
import { causeOfChange } from './compare-scores.ts';
import type { ScoreFacts } from './facts.ts';
import { checkCriterion, type Criterion } from './grid.ts';
import { measureOf, type FactCode } from './measures.ts';
import { prioritySigns } from './priority.ts';
import { refusalEffect } from './refusal.ts';
import { scoreOf } from './score-of.ts';

const score = (given: ScoreFacts, ...criteria: Criterion[]) => scoreOf(given, { criteria }, ON);
const unitsOf = (fact: FactCode, given: ScoreFacts, codes: string[] = []) =>
	measureOf(fact).of(given, ON, codes).units;

describe('what is measured in a request', () => {
	it.each([
		['nothing on the day itself', '2026-11-23', 0],
		['a month on its day', '2026-10-23', 1],
		['no month the day before', '2026-10-24', 0],
		['years in months', '2024-11-23', 24],
		['nothing of a day to come', '2027-01-01', 0]
	])('seniority: %s', (_, filedOn, months) => {
		expect(unitsOf('seniority_months', facts({ filedOn }))).toBe(months);
	});

	it('children are minors until their eighteenth birthday, that day left out', () => {
		const given = facts({
			people: [person(), child('2008-11-24'), child('2008-11-23'), child(null)],
			unborn: 1
		});
		expect(unitsOf('minors', given)).toBe(3);
		expect(unitsOf('household_size', given)).toBe(5);
	});

	it('somebody is alone with children when nobody signs with them', () => {
		const people = [person(), child('2020-01-01')];
		expect(unitsOf('alone_with_children', facts({ people }))).toBe(1);
		const couple = [...people, person({ role: 'coapplicant' })];
		expect(unitsOf('alone_with_children', facts({ people: couple }))).toBe(0);
		expect(unitsOf('alone_with_children', facts())).toBe(0);
	});

	it.each([
		['a third', 50_000, 150_000, 33],
		['more than there is', 90_000, 60_000, 150],
		['all, when nothing comes in', 50_000, 0, 100],
		['nothing known of the rent', null, 100_000, 0],
		['nothing known of the resources', 50_000, null, 0]
	])('the rent takes %s', (_, rentCents, monthlyCents, percent) => {
		expect(unitsOf('rent_share_percent', facts({ rentCents, monthlyCents }))).toBe(percent);
	});

	it('the work of a child is nobody’s work situation', () => {
		const people = [person({ contract: 'CHO' }), { ...child(null), contract: 'APP' }];
		expect(unitsOf('contract', facts({ people }), ['APP'])).toBe(0);
		expect(unitsOf('contract', facts({ people }), ['CHO', 'APP'])).toBe(1);
	});
});

describe('a score', () => {
	it('has a line for each criterion that applies, in the order of the grid', () => {
		const given = facts({ motives: ['13', '03'], recognitions: ['dalo'] });
		const grid = [
			criterion('here', { points: 5 }),
			criterion('works', { fact: 'works_here' }),
			criterion('unfit', { fact: 'motive', codes: ['03'], points: 20 }),
			criterion('dalo', { fact: 'recognition', codes: ['dalo'], points: 40 })
		];
		expect(score(given, ...grid)).toEqual({
			lines: [
				{ code: 'here', units: 1, codes: [], points: 5, coveredBy: null },
				{ code: 'unfit', units: 1, codes: ['03'], points: 20, coveredBy: null },
				{ code: 'dalo', units: 1, codes: ['dalo'], points: 40, coveredBy: null }
			],
			total: 65
		});
	});

	it.each([
		['each month', { perUnit: true, points: 1 }, 20],
		['each month over twelve', { perUnit: true, points: 1, from: 13 }, 8],
		['each six months', { perUnit: true, points: 5, every: 6 }, 15],
		['each month, up to fifteen points', { perUnit: true, points: 1, most: 15 }, 15],
		['once, from the twentieth month', { points: 7, from: 20 }, 7],
		['taken away, up to ten', { perUnit: true, points: -1, most: 10 }, -10]
	])('counts seniority %s', (_, more, total) => {
		const seniority = criterion('seniority', { fact: 'seniority_months', ...more });
		expect(score(facts(), seniority).total).toBe(total);
	});

	it('leaves out what does not reach its threshold', () => {
		const seniority = criterion('seniority', { fact: 'seniority_months', from: 21 });
		expect(score(facts(), seniority)).toEqual({ lines: [], total: 0 });
	});

	it('counts of a group only the criterion that gives most, and says which', () => {
		const given = facts({ motives: ['03', '13'] });
		const home = { fact: 'motive', group: 'home' } as const;
		const { lines, total } = score(
			given,
			criterion('small', { ...home, codes: ['13'], points: 10 }),
			criterion('unfit', { ...home, codes: ['03'], points: 25 })
		);
		expect(lines.map(({ code, coveredBy }) => [code, coveredBy])).toEqual([
			['small', 'unfit'],
			['unfit', null]
		]);
		expect(total).toBe(25);
	});

	it('makes no total by a grid that does not give all its points', () => {
		const given = facts({ recognitions: ['dalo'] });
		const grid = [
			criterion('dalo', { fact: 'recognition', codes: ['dalo'], points: null }),
			criterion('here', { points: 5 })
		];
		const { lines, total } = score(given, ...grid);
		expect(lines.map(({ points }) => points)).toEqual([null, 5]);
		expect(total).toBeNull();
		expect(score(facts(), grid[0]!).total).toBeNull();
		expect(score(given).total).toBeNull();
	});
});

describe('one more refusal', () => {
	const refusals = (points: number | null, most: number | null = null) =>
		criterion('refusals', { fact: 'refused_offers', perUnit: true, points, most });
	const effect = (given: ScoreFacts, ...criteria: Criterion[]) =>
		refusalEffect(given, { criteria }, ON);

	it('takes what the grid says, until the most is taken', () => {
		expect(effect(facts(), refusals(-15, 20))).toEqual({ kind: 'known', change: -15 });
		const once = facts({ refusals: ['2026-01-15'] });
		expect(effect(once, refusals(-15, 20))).toEqual({ kind: 'known', change: -5 });
		const twice = facts({ refusals: ['2026-01-15', '2026-05-02'] });
		expect(effect(twice, refusals(-15, 20))).toEqual({ kind: 'known', change: 0 });
	});

	it('is not known where the grid is silent or gives no points', () => {
		expect(effect(facts(), criterion('here'))).toEqual({ kind: 'silent' });
		expect(effect(facts(), refusals(null))).toEqual({ kind: 'unknown' });
		const unknownElsewhere = criterion('here', { points: null });
		expect(effect(facts(), refusals(-15), unknownElsewhere)).toEqual({ kind: 'unknown' });
	});
});

describe('a criterion that staff write', () => {
	it.each([
		['a code of another list', { fact: 'motive', codes: ['SD'] }, 'criterion-codes'],
		['no code where one must be chosen', { fact: 'motive', codes: [] }, 'criterion-codes'],
		['codes where there are none', { fact: 'lives_here', codes: ['03'] }, 'criterion-codes'],
		['points for each of one', { perUnit: true }, 'criterion-not-countable'],
		['a threshold of one', { from: 2 }, 'criterion-not-countable']
	] as const)('cannot have %s', (_, more, rule) => {
		const wrong = criterion('wrong', more as unknown as Partial<Criterion>);
		expect(() => checkCriterion(wrong)).toThrow(rule);
	});
});

describe('a score that was kept', () => {
	const kept = (more: object) => ({
		gridId: 'a',
		fingerprint: 'x',
		total: 10,
		lines: [{ code: 'seniority', units: 3, codes: [], points: 10, coveredBy: null }],
		...more
	});
	it('is written again for a reason, and only then', () => {
		const last = kept({});
		expect(causeOfChange(null, last)).toBe('first');
		expect(causeOfChange(last, kept({ gridId: 'b', fingerprint: 'y' }))).toBe('grid');
		expect(causeOfChange(last, kept({ fingerprint: 'y' }))).toBe('facts');
		expect(causeOfChange(last, kept({ total: 11 }))).toBe('time');
		const later = { ...last.lines[0]!, units: 4 };
		expect(causeOfChange(last, kept({ lines: [later] }))).toBeNull();
	});
});

describe('signs of a priority of L441-1', () => {
	it.each([
		['a recognised right', { recognitions: ['dalo'] }, ['dalo']],
		['a disability', { motives: ['07'] }, ['disability']],
		['an unfit home', { motives: ['03'] }, ['unfit_home']],
		['a hotel', { housing: 'HOT' }, ['hosted']],
		['no home', { housing: 'SD' }, ['no_home']],
		['violence, without its name', { motives: ['06'] }, ['discreet']],
		['a home too small, without children', { motives: ['13'] }, []],
		['a rent too high', { motives: ['09'], housing: 'LP' }, []]
	] as const)('%s', (_, more, signs) => {
		expect(prioritySigns(facts(more as Partial<ScoreFacts>), ON)).toEqual(signs);
	});

	it('a home too small with children under age', () => {
		const people = [person(), child('2019-10-04')];
		expect(prioritySigns(facts({ people, motives: ['13'] }), ON)).toEqual(['minors_overcrowded']);
	});
});
