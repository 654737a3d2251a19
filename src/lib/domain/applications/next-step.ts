import type { RequestState } from './event-kinds.ts';
import type { ValidityPhase } from './validity.ts';

export type RequestSituation = {
	readonly state: RequestState;
	readonly validity: ValidityPhase;
	/** Papers the applicant still has to send. */
	readonly missingPapers: number;
	readonly hasAppointment: boolean;
	readonly wasReceived: boolean;
};

export const NEXT_STEPS = [
	'answer_offer',
	'contact_counter',
	'renew',
	'send_papers',
	'see_appointment',
	'book',
	'nothing'
] as const;
export type NextStep = (typeof NEXT_STEPS)[number];

/**
 * The one thing to do now. In the order of what is lost by waiting: an offer lapses in ten days (R441-10), a request
 * that is not renewed loses its seniority (R441-2-8 e), missing papers hold up the instruction (R441-2-4-1), and an
 * applicant who wishes it must be received (L441-2-8).
 */
export function nextStep(situation: RequestSituation): NextStep {
	const { state, validity } = situation;
	if (state === 'struck_off') return 'contact_counter';
	if (state === 'offer_sent') return 'answer_offer';
	if (validity === 'expired') return 'contact_counter';
	if (validity !== 'valid') return 'renew';
	if (situation.missingPapers > 0) return 'send_papers';
	if (situation.hasAppointment) return 'see_appointment';
	return situation.wasReceived ? 'nothing' : 'book';
}
