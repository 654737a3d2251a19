import { describe, expect, it } from 'vitest';
import { asksPassword, SESSION_MINUTES } from './devices.ts';

const now = Temporal.Instant.from('2026-11-26T10:00:00Z');
const since = (minutes: number, device: 'own' | 'shared' = 'own') => ({
	device,
	verifiedAt: now.subtract({ minutes })
});
const ANSWER = '/(applicant)/espace/offre/reponse';

describe('somebody signed in on their own phone', () => {
	it('stays signed in for thirty days, and on a shared one for ten minutes', () => {
		expect(SESSION_MINUTES.own.idle).toBe(43_200);
		expect(SESSION_MINUTES.shared.idle).toBe(10);
	});

	it('gives the password again before answering an offer, a quarter of an hour later', () => {
		expect(asksPassword(ANSWER, false, since(16), now)).toBe(true);
		expect(asksPassword(ANSWER, false, since(14), now)).toBe(false);
		expect(asksPassword(`${ANSWER}/[id]`, false, since(16), now)).toBe(true);
	});

	it('may still send a form that was opened in time', () => {
		expect(asksPassword(ANSWER, true, since(59), now)).toBe(false);
		expect(asksPassword(ANSWER, true, since(61), now)).toBe(true);
	});

	it('reads the request, and everything on a shared phone, without giving it again', () => {
		expect(asksPassword('/(applicant)/espace', false, since(9_999), now)).toBe(false);
		expect(asksPassword(ANSWER, false, since(9_999, 'shared'), now)).toBe(false);
		expect(asksPassword(null, false, since(9_999), now)).toBe(false);
	});
});
