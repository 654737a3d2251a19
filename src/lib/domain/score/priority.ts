import { measureOf } from './measures.ts';
import type { ScoreFacts } from './facts.ts';

/** Situations of L441-1 that the facts of a request may show (domain.md §11: an older list, extended since). */
export const PRIORITY_SIGNS = [
	'dalo',
	'disability',
	'unfit_home',
	'hosted',
	'no_home',
	'minors_overcrowded',
	'discreet'
] as const;
export type PrioritySign = (typeof PRIORITY_SIGNS)[number];

type Seen = (facts: ScoreFacts, on: Temporal.PlainDate) => boolean;

const motive =
	(code: string): Seen =>
	({ motives }) =>
		motives.includes(code);
const housed =
	(...codes: string[]): Seen =>
	({ housing }) =>
		housing !== null && codes.includes(housing);

/** One line a sign: the SNE codes that show it. */
const SEEN: Readonly<Record<PrioritySign, Seen>> = {
	dalo: ({ recognitions }) => recognitions.includes('dalo'),
	disability: motive('07'),
	unfit_home: motive('03'),
	hosted: housed('SH', 'RHVS', 'HOT', 'SLHT'),
	no_home: housed('SD', 'SQUAT', 'CAMCAR'),
	minors_overcrowded: (facts, on) =>
		facts.motives.includes('13') && measureOf('minors').of(facts, on, []).units > 0,
	// Violence (motive 06): said without its name, for whoever looks over the shoulder.
	discreet: motive('06')
};

/**
 * What in a request points to a priority of L441-1, always subject to verification when the file is instructed
 * (R441-2-17 4°). Only signs: the list of the law is longer, and none of them decides anything.
 */
export function prioritySigns(facts: ScoreFacts, on: Temporal.PlainDate): PrioritySign[] {
	return PRIORITY_SIGNS.filter((sign) => SEEN[sign](facts, on));
}
