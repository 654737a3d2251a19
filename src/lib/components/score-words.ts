import * as m from '$lib/paraglide/messages.js';
import type { ScoreCause } from '../domain/score/compare-scores.ts';
import type { Criterion } from '../domain/score/grid.ts';
import type { FactCode } from '../domain/score/measures.ts';
import type { PrioritySign } from '../domain/score/priority.ts';
import type { ScoreLine } from '../domain/score/score-of.ts';
import { numberInWords } from '../domain/words.ts';
import { codeLabel } from './code-label.ts';

type Words<Prefix extends string, Code extends string, Input = void> = Record<
	`${Prefix}${Code}`,
	Input extends void ? () => string : (input: Input) => string
>;

const facts: Words<'score_fact_', FactCode> = m;
const reasons: Words<'score_why_', FactCode, { units: string }> = m;
const causes: Words<'score_cause_', ScoreCause> = m;
const signs: Words<'score_sign_', PrioritySign> = m;

/** What a criterion looks at, for whoever writes a grid. */
export const factName = (fact: FactCode) => facts[`score_fact_${fact}`]();

/** Why a score was written again. */
export const causeWords = (cause: ScoreCause) => causes[`score_cause_${cause}`]();

/** A sign of a priority of L441-1. */
export const signWords = (sign: PrioritySign) => signs[`score_sign_${sign}`]();

/** "+10 points", in the plural of the language; where nobody knows, it says so. */
export function pointsWords(points: number | null, locale: string, signed = false): string {
	if (points === null) return m.score_points_unknown();
	const sign = points < 0 ? '−' : signed && points > 0 ? '+' : '';
	const count = `${sign}${numberInWords(Math.abs(points), locale)}`;
	switch (new Intl.PluralRules(locale).select(Math.abs(points))) {
		case 'one':
			return m.score_points_one({ count });
		case 'two':
			return m.score_points_two({ count });
		case 'few':
			return m.score_points_few({ count });
		default:
			return m.score_points_other({ count });
	}
}

/** How a criterion gives its points: once, for each, from which unit on, up to how many. */
export function rateWords(criterion: Criterion, locale: string): string {
	const points = pointsWords(criterion.points, locale);
	const { from, every, perUnit, most, group } = criterion;
	const count = (units: number) => numberInWords(units, locale);
	return [
		perUnit ? m.score_rate_each({ points }) : points,
		every > 1 && m.score_rate_every({ count: count(every) }),
		from > 1 && m.score_rate_from({ count: count(from) }),
		most !== null && m.score_rate_most({ points: pointsWords(most, locale) }),
		group !== null && m.score_rate_group()
	]
		.filter((words) => words !== false)
		.join(' ');
}

/** Lists whose codes have words of their own. */
const LISTS = {
	motive: 'motive',
	current_housing: 'current_housing',
	contract: 'contract'
} as const;

/** The codes of a criterion in words: reasons, present homes, work situations, recognitions. */
export function codeWords(fact: FactCode, codes: readonly string[]): string[] {
	if (fact === 'recognition') return codes.map(recognitionWords);
	const list = LISTS[fact as keyof typeof LISTS];
	return list ? codes.map((code) => codeLabel(list, code)) : [];
}

/** What somebody else recognised. */
export function recognitionWords(code: string): string {
	if (code === 'dalo') return m.score_recognition_dalo();
	return code === 'natural_disaster'
		? m.score_recognition_natural_disaster()
		: m.score_recognition_housing_first();
}

/** Reason 06 is violence: never read over somebody's shoulder. */
const DISCREET = '06';

export const isDiscreet = (fact: FactCode, codes: readonly string[]) =>
	fact === 'motive' && codes.includes(DISCREET);

/** Why a line is in a score: what was found in the request. */
export function whyWords(fact: FactCode, line: ScoreLine, locale: string): string {
	const names = codeWords(fact, line.codes);
	const units = names.length > 0 ? names.join(', ') : numberInWords(line.units, locale);
	return reasons[`score_why_${fact}`]({ units });
}
