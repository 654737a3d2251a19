import type { RequestState } from './event-kinds.ts';

export const COMING_STEPS = [
	'interview',
	'instruction',
	'positioning',
	'commission',
	'offer',
	'lease'
] as const;
export type ComingStep = (typeof COMING_STEPS)[number];

/** Where each state stands on the usual way; a refusal or a lapsed offer leads back to waiting (domain.md §6). */
const REACHED: Readonly<Record<RequestState, ComingStep | 'start' | 'end'>> = {
	filed: 'start',
	registered: 'start',
	not_granted: 'start',
	offer_refused: 'start',
	offer_unanswered: 'start',
	in_instruction: 'instruction',
	positioned: 'positioning',
	in_commission: 'commission',
	granted: 'commission',
	granted_ranked: 'commission',
	granted_conditional: 'commission',
	offer_sent: 'offer',
	offer_answered: 'offer',
	offer_accepted: 'offer',
	inadmissible: 'end',
	struck_off: 'end'
};

/**
 * What usually comes next, in order, never more than three steps: a way, not a promise.
 * @param wasReceived whether the applicant already had the interview of L441-2-8
 */
export function comingSteps(state: RequestState, wasReceived: boolean): ComingStep[] {
	const reached = REACHED[state];
	if (reached === 'end') return [];
	const way = COMING_STEPS.filter((step) => step !== 'interview' || !wasReceived);
	const ahead = reached === 'start' ? way : way.slice(way.indexOf(reached) + 1);
	return ahead.slice(0, 3);
}

/** The usual way, from the registration to the lease: where a request stands on it, to be drawn as a line. */
export const WAY = [
	'registration',
	...COMING_STEPS.filter((step) => step !== 'interview')
] as const;
export type WayStep = 'registration' | Exclude<ComingStep, 'interview'>;

/** The place of a state on the usual way, from 0; null for a request that is over or may be. */
export function placeOnWay(state: RequestState): number | null {
	const reached = REACHED[state];
	if (reached === 'end') return null;
	return reached === 'start' || reached === 'interview' ? 0 : WAY.indexOf(reached);
}
