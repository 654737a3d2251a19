import * as v from 'valibot';
import { RuleBroken } from '../errors.ts';
import type { LocalisedText } from '../localised.ts';
import { FACT_CODES, measureOf } from './measures.ts';

const MOST_POINTS = 1_000;
const MOST_UNITS = 1_000;
/** More than any reader would go through. */
export const MOST_CRITERIA = 60;

const whole = (least: number, most: number) =>
	v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
const code = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), v.maxLength(40));
const words = (longest: number) => v.pipe(v.string(), v.trim(), v.maxLength(longest));
const inLanguages = (longest: number) =>
	v.objectWithRest({ fr: v.pipe(words(longest), v.minLength(1)) }, words(longest));

/** One line of a grid: which fact counts, for how much, and how it is shown and proved. */
export const CriterionSchema = v.strictObject({
	/** Its name for ever, within its grid. */
	code,
	fact: v.picklist(FACT_CODES),
	/** Which codes of the fact's list count; none where the fact has no list. */
	codes: v.array(v.string()),
	/** From which unit on it counts: 13 months leave the first twelve out. */
	from: whole(1, MOST_UNITS),
	/** How many units make a step: points for each six months. */
	every: whole(1, MOST_UNITS),
	/** For each step, or once. */
	perUnit: v.boolean(),
	/** Null where nobody knows them: no total is then made. Negative takes away. */
	points: v.nullable(whole(-MOST_POINTS, MOST_POINTS)),
	/** The most it gives or takes, whatever the steps. */
	most: v.nullable(whole(1, MOST_POINTS)),
	/** Of the criteria of one group, only the one that gives most counts. */
	group: v.nullable(code),
	/** Codes of the papers that prove it. */
	proofs: v.array(v.string()),
	label: inLanguages(120),
	explanation: inLanguages(500),
	source: words(300),
	/** False: shown "à confirmer". */
	confirmed: v.boolean()
});
export type Criterion = Readonly<
	Omit<v.InferOutput<typeof CriterionSchema>, 'label' | 'explanation'> & {
		label: LocalisedText;
		explanation: LocalisedText;
	}
>;

/** A grid as the score reads it: its criteria in their order. */
export type Grid = { readonly criteria: readonly Criterion[] };

/**
 * A criterion that makes sense for its fact.
 * @throws RuleBroken `criterion-codes` when it names none of its list, or one that is not of it;
 * `criterion-not-countable` when it gives points for each of what there can be one of
 */
export function checkCriterion(criterion: Criterion): Criterion {
	const { codes: list, countable } = measureOf(criterion.fact);
	const known: readonly string[] = list ?? [];
	const isRight =
		criterion.codes.every((one) => known.includes(one)) &&
		criterion.codes.length > 0 === (list !== null);
	if (!isRight) throw new RuleBroken('criterion-codes', { fact: criterion.fact });
	const counts = criterion.perUnit || criterion.from > 1 || criterion.every > 1;
	if (counts && !countable)
		throw new RuleBroken('criterion-not-countable', { fact: criterion.fact });
	return criterion;
}

/** Whether every criterion has its points: without, nobody can make a total. */
export function hasAllPoints({ criteria }: Grid): boolean {
	return criteria.length > 0 && criteria.every(({ points }) => points !== null);
}
