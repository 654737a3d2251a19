import type { RequestState } from './event-kinds.ts';
import { allows } from './state-rules.ts';
import type { StrikeOffRule } from './strike-off.ts';
import type { ValidityPhase } from './validity.ts';

export type RequestSituation = {
	readonly state: RequestState;
	readonly validity: ValidityPhase;
	/** Papers the applicant still has to send. */
	readonly missingPapers: number;
	readonly hasAppointment: boolean;
	readonly wasReceived: boolean;
	/** A letter threatens to strike the request off and is not answered yet. */
	readonly warned: boolean;
	/** What the cause leaves to do, of a request that was struck off. */
	readonly afterwards: StrikeOffRule['afterwards'] | null;
};

export const NEXT_STEPS = [
	'answer_offer',
	'answer_letter',
	'meet_condition',
	'contact_counter',
	'contest',
	'file_anew',
	'other_number',
	'renew',
	'send_papers',
	'see_answer',
	'see_appointment',
	'book',
	'nothing'
] as const;
export type NextStep = (typeof NEXT_STEPS)[number];

/** What is only told: nothing is lost by waiting. */
export const CALM_STEPS: readonly NextStep[] = ['see_answer', 'see_appointment', 'nothing'];

/**
 * The one thing to do now. In the order of what is lost by waiting: an offer lapses in ten days (R441-10), an answer to
 * a warning is due within a month (R441-2-8 c, d), a condition has its delay (R441-3 c), a request that is not renewed
 * loses its seniority (R441-2-8 e), missing papers hold up the instruction (R441-2-4-1), and an applicant who wishes
 * it must be received (L441-2-8).
 */
export function nextStep(situation: RequestSituation): NextStep {
	const { state, validity } = situation;
	if (state === 'struck_off') return afterStrikeOff(situation);
	if (allows(state, 'answer_offer')) return 'answer_offer';
	if (situation.warned) return 'answer_letter';
	if (allows(state, 'meet_condition')) return 'meet_condition';
	if (validity === 'expired') return 'contact_counter';
	if (validity !== 'valid' && allows(state, 'renew')) return 'renew';
	if (state === 'inadmissible') return 'contact_counter';
	if (situation.missingPapers > 0 && allows(state, 'send_papers')) return 'send_papers';
	if (state === 'offer_answered') return 'see_answer';
	if (situation.hasAppointment) return 'see_appointment';
	return situation.wasReceived ? 'nothing' : 'book';
}

function afterStrikeOff({ afterwards }: RequestSituation): NextStep {
	// The register may not say why.
	if (afterwards === null) return 'contact_counter';
	return afterwards === 'nothing' ? 'nothing' : afterwards;
}
