import type { HelperAct, HelperRight } from '$lib/domain/helpers/rights.ts';
import * as m from '$lib/paraglide/messages.js';

type Underscored<Code extends string> = Code extends `${infer A}-${infer B}`
	? `${A}_${Underscored<B>}`
	: Code;

const labels: Record<`helpers_right_${HelperRight}`, () => string> = m;
const hints: Record<`helpers_right_${HelperRight}_hint`, () => string> = m;
const acts: Record<`helpers_did_${Underscored<HelperAct>}`, () => string> = m;

/** What a right opens, as the applicant says it. */
export const rightWords = (right: HelperRight) => labels[`helpers_right_${right}`]();

/** The same, with its limits. */
export const rightHint = (right: HelperRight) => hints[`helpers_right_${right}_hint`]();

/** What a helper did, as a line of the journal that the applicant reads. */
export const actWords = (act: HelperAct) =>
	acts[`helpers_did_${act.replaceAll('-', '_') as Underscored<HelperAct>}`]();
