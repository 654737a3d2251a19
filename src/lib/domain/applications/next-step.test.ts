import { expect, test } from 'vitest';
import { nextStep, type RequestSituation } from './next-step.ts';

const calm: RequestSituation = {
	state: 'registered',
	validity: 'valid',
	missingPapers: 0,
	hasAppointment: false,
	wasReceived: true
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

test('a request that has ended or was struck off is a matter for the counter', () => {
	expect(nextStep({ ...calm, validity: 'expired' })).toBe('contact_counter');
	expect(nextStep({ ...calm, state: 'struck_off', missingPapers: 3 })).toBe('contact_counter');
});

test('an offer under its ten-day clock comes before renewal', () => {
	expect(nextStep({ ...calm, state: 'offer_sent', validity: 'notice_due' })).toBe('answer_offer');
});
