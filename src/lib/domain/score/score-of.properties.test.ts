import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { child, criterion, ON } from '../../../../tests/support/score.ts';
import { canonicalFacts, RECOGNITIONS, type ScoreFacts, type ScorePerson } from './facts.ts';
import { checkCriterion } from './grid.ts';
import { FACT_CODES, measureOf, type FactCode } from './measures.ts';
import { scoreOf, totalOf } from './score-of.ts';

/* Anything a request may hold, and any grid that may be written. */
const anyPerson = fc.record<ScorePerson>({
	role: fc.constantFrom('applicant', 'coapplicant', 'dependant', 'in_custody'),
	birthDate: fc.option(fc.constantFrom('1961-09-30', '2004-02-29', '2008-11-23', '2020-06-21')),
	contract: fc.option(fc.constantFrom('CDI', 'CHO', 'RET')),
	livesHere: fc.boolean(),
	worksHere: fc.boolean()
});
const anyFacts = fc.record<ScoreFacts>({
	filedOn: fc.constantFrom('2019-02-28', '2024-11-23', '2026-11-01', '2026-11-23'),
	people: fc.array(anyPerson, { minLength: 1, maxLength: 6 }),
	unborn: fc.integer({ min: 0, max: 2 }),
	motives: fc.uniqueArray(fc.constantFrom('01', '03', '06', '07', '09', '13')),
	housing: fc.option(fc.constantFrom('LP', 'SD', 'HOT', 'HLM')),
	rentCents: fc.option(fc.integer({ min: 0, max: 150_000 })),
	monthlyCents: fc.option(fc.integer({ min: -5_000, max: 400_000 })),
	recognitions: fc.uniqueArray(fc.constantFrom(...RECOGNITIONS)),
	refusals: fc.array(fc.constantFrom('2025-05-01', '2026-01-15'), { maxLength: 3 })
});
/** Drawn flat and then made to fit its fact: grids drawn in depth take minutes. */
const anyCriterion = (points: fc.Arbitrary<number>) =>
	fc
		.record({
			fact: fc.constantFrom(...FACT_CODES),
			mask: fc.integer({ min: 1, max: 255 }),
			from: fc.integer({ min: 1, max: 30 }),
			every: fc.integer({ min: 1, max: 12 }),
			perUnit: fc.boolean(),
			points,
			most: fc.option(fc.integer({ min: 1, max: 60 })),
			group: fc.option(fc.constantFrom('home', 'family'))
		})
		.map(({ mask, ...drawn }) => {
			const { codes, countable } = measureOf(drawn.fact);
			const chosen = (codes ?? []).filter((_, at) => (mask >> (at % 8)) & 1);
			return {
				...drawn,
				codes: codes && chosen.length === 0 ? [codes[0]!] : chosen,
				...(!countable && { from: 1, every: 1, perUnit: false })
			};
		});
const anyGrid = (points = fc.integer({ min: -40, max: 100 })) =>
	fc
		.array(anyCriterion(points), { minLength: 1, maxLength: 10 })
		.map((drawn) => ({ criteria: drawn.map((one, at) => criterion(`c-${at}`, one)) }));

const shuffled = <T>(list: readonly T[], by: number): T[] =>
	list
		.map((one, at) => ({ one, rank: (at * 7919 + by * 104_729) % 97 }))
		.sort((a, b) => a.rank - b.rank)
		.map(({ one }) => one);

describe('whatever the request and the grid', () => {
	it('every grid of these tests is one that may be written', () => {
		fc.assert(
			fc.property(anyGrid(), ({ criteria }) => {
				expect(criteria.map(checkCriterion)).toEqual(criteria);
			})
		);
	});

	it('the order of the facts does not matter, neither to the score nor to their fingerprint', () => {
		fc.assert(
			fc.property(anyFacts, anyGrid(), fc.nat(96), (given, grid, by) => {
				const other: ScoreFacts = {
					...given,
					people: shuffled(given.people, by),
					motives: shuffled(given.motives, by),
					recognitions: shuffled(given.recognitions, by),
					refusals: shuffled(given.refusals, by)
				};
				expect(scoreOf(other, grid, ON)).toEqual(scoreOf(given, grid, ON));
				expect(canonicalFacts(other)).toBe(canonicalFacts(given));
			})
		);
	});

	it('the explanation adds up, and no line passes its most', () => {
		fc.assert(
			fc.property(anyFacts, anyGrid(), (given, grid) => {
				const { lines, total } = scoreOf(given, grid, ON);
				expect(total).toBe(totalOf(lines));
				const counted = lines.filter(({ coveredBy }) => coveredBy === null);
				expect(counted.reduce((sum, { points }) => sum + (points ?? 0), 0)).toBe(total);
				for (const line of lines) {
					const { most } = grid.criteria.find(({ code }) => code === line.code)!;
					if (most !== null) expect(Math.abs(line.points!)).toBeLessThanOrEqual(most);
				}
			})
		);
	});

	it('of a group one line counts, and it gives at least what the others would', () => {
		fc.assert(
			fc.property(anyFacts, anyGrid(), (given, grid) => {
				const { lines } = scoreOf(given, grid, ON);
				const pointsOf = new Map(lines.map(({ code, points }) => [code, points ?? 0]));
				for (const line of lines) {
					if (line.coveredBy === null) continue;
					expect(pointsOf.get(line.coveredBy)).toBeGreaterThanOrEqual(line.points ?? 0);
				}
				const groups = lines.flatMap(({ code, coveredBy }) => {
					const { group } = grid.criteria.find((one) => one.code === code)!;
					return group !== null && coveredBy === null ? [group] : [];
				});
				expect(new Set(groups).size).toBe(groups.length);
			})
		);
	});

	const adding: [string, FactCode[], (given: ScoreFacts) => ScoreFacts][] = [
		['a reason', ['motive'], (given) => ({ ...given, motives: [...given.motives, '08'] })],
		[
			'a recognition',
			['recognition'],
			(given) => ({
				...given,
				recognitions: [...new Set([...given.recognitions, 'dalo' as const])]
			})
		],
		[
			'a child',
			['minors', 'household_size', 'alone_with_children'],
			(given) => ({ ...given, people: [...given.people, child('2024-01-01')] })
		],
		[
			'an expected child',
			['minors', 'household_size', 'alone_with_children'],
			(given) => ({ ...given, unborn: given.unborn + 1 })
		],
		[
			'somebody’s work in the territory',
			['works_here'],
			(given) => ({ ...given, people: given.people.map((one) => ({ ...one, worksHere: true })) })
		],
		['a month of seniority', ['seniority_months'], (given) => ({ ...given, filedOn: '2018-01-01' })]
	];
	it.each(adding)('a fact that gives points never lowers the total: %s', (_, touched, add) => {
		fc.assert(
			fc.property(anyFacts, anyGrid(), (given, { criteria }) => {
				// The facts that are touched only give; the others may take away as they like.
				const grid = {
					criteria: criteria.map((one) =>
						touched.includes(one.fact) ? { ...one, points: Math.abs(one.points!) } : one
					)
				};
				const [before, after] = [given, add(given)].map((one) => scoreOf(one, grid, ON).total!);
				expect(after!).toBeGreaterThanOrEqual(before!);
			})
		);
	});
});
