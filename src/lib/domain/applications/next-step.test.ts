import { expect, test } from 'vitest';
import { REQUEST_STATES } from './event-kinds.ts';
import { nextStep, type RequestSituation } from './next-step.ts';
import { STRIKE_OFF_RULES, STRIKE_OFFS } from './strike-off.ts';

const calm: RequestSituation = {
	state: 'registered',
	validity: 'valid',
	missingPapers: 0,
	hasAppointment: false,
	wasReceived: true,
	warned: false,
	afterwards: null
};

test('an applicant with nothing to do is told so', () => {
	expect(nextStep(calm)).toBe('nothing');
});

test('an applicant nobody has received yet is offered an appointment', () => {
	expect(nextStep({ ...calm, wasReceived: false })).toBe('book');
	expect(nextStep({ ...calm, wasReceived: false, hasAppointment: true })).toBe('see_appointment');
});

test('missing papers come before the appointment', () => {
	expect(nextStep({ ...calm, missingPapers: 2, hasAppointment: true })).toBe('send_papers');
});

test('a request that ends soon is renewed before anything else is sent', () => {
	expect(nextStep({ ...calm, validity: 'to_renew', missingPapers: 2 })).toBe('renew');
	expect(nextStep({ ...calm, validity: 'notice_due' })).toBe('renew');
});

test('a request that has ended is a matter for the counter, one that is only filed has nothing to renew', () => {
	expect(nextStep({ ...calm, validity: 'expired' })).toBe('contact_counter');
	expect(nextStep({ ...calm, state: 'filed', validity: 'to_renew' })).toBe('nothing');
});

test('an offer under its ten-day clock comes before everything', () => {
	const pressed = { ...calm, validity: 'notice_due', warned: true, missingPapers: 3 } as const;
	expect(nextStep({ ...pressed, state: 'offer_sent' })).toBe('answer_offer');
	expect(nextStep({ ...pressed, state: 'granted_conditional' })).toBe('answer_letter');
	expect(nextStep({ ...pressed, state: 'granted_conditional', warned: false })).toBe(
		'meet_condition'
	);
});

test('an offer that was answered asks for nothing more', () => {
	expect(nextStep({ ...calm, state: 'offer_answered' })).toBe('see_answer');
	expect(nextStep({ ...calm, state: 'offer_answered', missingPapers: 1 })).toBe('send_papers');
});

test('a request that was struck off leads to what its cause leaves to do, and never to papers', () => {
	const after = (afterwards: RequestSituation['afterwards']) =>
		nextStep({ ...calm, state: 'struck_off', missingPapers: 3, validity: 'expired', afterwards });
	expect(after(null)).toBe('contact_counter');
	expect(STRIKE_OFFS.map((cause) => after(STRIKE_OFF_RULES[cause].afterwards))).toEqual([
		'nothing',
		'file_anew',
		'contest',
		'contest',
		'file_anew',
		'other_number'
	]);
});

test('nobody is told to answer an offer in another state than that of an offer', () => {
	const told = REQUEST_STATES.filter((state) => nextStep({ ...calm, state }) === 'answer_offer');
	expect(told).toEqual(['offer_sent']);
});
