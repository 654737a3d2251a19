import { describe, expect, it } from 'vitest';
import { EVENT_KINDS } from '../applications/event-kinds.ts';
import { availableProofs, DECISIONS, isDecision, isProofKind, nextOf } from './proofs.ts';

const NOTHING = { renewedOn: null, events: [], hasAppointment: false };

describe('what can be printed for a person', () => {
	it('is always what is registered', () => {
		expect(availableProofs(NOTHING)).toEqual(['enregistrement', 'ma-demande']);
	});

	it('is a renewal, a decision or an appointment once there is one', () => {
		expect(
			availableProofs({
				renewedOn: '2026-01-01',
				events: [{ kind: 'decided_not_granted' }],
				hasAppointment: true
			})
		).toEqual(['enregistrement', 'renouvellement', 'ma-demande', 'decision', 'rendez-vous']);
	});

	it('knows the five decisions of R441-3 and no other event for one', () => {
		expect(EVENT_KINDS.filter(isDecision)).toEqual([...DECISIONS]);
	});

	it('has no name but its own', () => {
		expect(isProofKind('decision')).toBe(true);
		for (const name of ['toString', '__proto__', 'attestation', ''])
			expect(isProofKind(name)).toBe(false);
	});
});

describe('the slip of an appointment', () => {
	const now = Temporal.Instant.from('2026-11-23T08:00:00Z');
	const visit = (startsAt: string, state: 'booked' | 'cancelled_by_applicant' = 'booked') => ({
		startsAt: Temporal.Instant.from(startsAt),
		state
	});

	it('is of the first that stands and is to come', () => {
		const [past, later, soon] = [
			visit('2026-11-22T09:00:00Z'),
			visit('2026-12-22T09:00:00Z'),
			visit('2026-12-01T09:00:00Z')
		];
		const cancelled = visit('2026-11-24T09:00:00Z', 'cancelled_by_applicant');
		expect(nextOf([past, later, cancelled, soon], now)).toBe(soon);
		expect(nextOf([past, cancelled], now)).toBeNull();
	});
});
