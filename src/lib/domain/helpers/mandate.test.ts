import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	endOfMandate,
	lastDayBefore,
	mandateStateAt,
	MANDATE_MONTHS,
	mayAct,
	type Mandate
} from './mandate.ts';
import { HELPER_ACTS, HELPER_RIGHTS, type HelperAct } from './rights.ts';

const at = (text: string) => Temporal.Instant.from(text);
const ACTS = Object.keys(HELPER_ACTS) as HelperAct[];

const ACCEPTED: Mandate = {
	rights: ['status', 'papers'],
	invitedUntil: at('2026-12-07T09:00:00Z'),
	acceptedAt: at('2026-11-24T09:00:00Z'),
	declinedAt: null,
	stoppedAt: null,
	endsAt: at('2027-02-24T23:00:00Z')
};
const NEW: Mandate = { ...ACCEPTED, acceptedAt: null };

describe('a mandate', () => {
	test('waits for its helper, and lapses at the very instant its invitation ends', () => {
		expect(mandateStateAt(NEW, at('2026-12-07T08:59:59.999Z'))).toBe('invited');
		expect(mandateStateAt(NEW, at('2026-12-07T09:00:00Z'))).toBe('lapsed');
	});

	test('runs from its acceptance to the instant of its end', () => {
		expect(mandateStateAt(ACCEPTED, at('2026-11-24T09:00:00Z'))).toBe('running');
		expect(mandateStateAt(ACCEPTED, at('2027-02-24T22:59:59.999Z'))).toBe('running');
		expect(mandateStateAt(ACCEPTED, at('2027-02-24T23:00:00Z'))).toBe('ended');
	});

	test('that was stopped stays stopped, whatever else is true of it', () => {
		const stopped = { ...ACCEPTED, stoppedAt: at('2026-12-01T10:00:00Z') };
		expect(mandateStateAt(stopped, at('2026-12-01T09:59:59.999Z'))).toBe('running');
		expect(mandateStateAt(stopped, at('2026-12-01T10:00:00Z'))).toBe('stopped');
		expect(mandateStateAt(stopped, at('2028-01-01T10:00:00Z'))).toBe('stopped');
	});

	test('that was declined allows nothing, even if it says it was accepted', () => {
		const declined = { ...ACCEPTED, declinedAt: at('2026-11-24T09:00:00Z') };
		expect(mandateStateAt(declined, at('2026-11-25T09:00:00Z'))).toBe('declined');
	});

	test('ends at midnight in Paris after its last day, in summer as in winter', () => {
		const day = Temporal.PlainDate.from('2026-11-26');
		expect(endOfMandate(day, 3).toString()).toBe('2027-02-26T23:00:00Z');
		expect(endOfMandate(day, 6).toString()).toBe('2027-05-26T22:00:00Z');
		for (const months of MANDATE_MONTHS)
			expect(lastDayBefore(endOfMandate(day, months))).toEqual(day.add({ months }));
	});
});

const instant = fc
	.integer({ min: 0, max: 800 * 86_400 })
	.map((seconds) => at('2026-01-01T00:00:00Z').add({ seconds }));
const maybe = fc.option(instant, { nil: null });
const mandates = fc.record({
	rights: fc.subarray([...HELPER_RIGHTS]),
	invitedUntil: instant,
	acceptedAt: maybe,
	declinedAt: maybe,
	stoppedAt: maybe,
	endsAt: instant
});
const notBefore = (moment: Temporal.Instant, limit: Temporal.Instant | null) =>
	limit !== null && Temporal.Instant.compare(moment, limit) >= 0;

describe('whatever the mandate, the act and the moment', () => {
	test('a helper never gets more than was granted, and nothing before, after, or once stopped', () => {
		fc.assert(
			fc.property(mandates, fc.constantFrom(...ACTS), instant, (mandate, act, moment) => {
				if (!mayAct(mandate, act, moment)) return;
				expect(mandate.rights).toContain(HELPER_ACTS[act]);
				expect(notBefore(moment, mandate.acceptedAt)).toBe(true);
				expect(notBefore(moment, mandate.endsAt)).toBe(false);
				expect(notBefore(moment, mandate.stoppedAt)).toBe(false);
				expect(notBefore(moment, mandate.declinedAt)).toBe(false);
			}),
			{ numRuns: 5_000 }
		);
	});

	test('what is over never begins again', () => {
		fc.assert(
			fc.property(mandates, fc.constantFrom(...ACTS), instant, instant, (mandate, act, a, b) => {
				const [first, later] = notBefore(a, b) ? [b, a] : [a, b];
				const state = mandateStateAt(mandate, first);
				if (state !== 'ended' && state !== 'stopped') return;
				expect(mayAct(mandate, act, later)).toBe(false);
			}),
			{ numRuns: 5_000 }
		);
	});

	test('a right that is taken away takes away its acts and no other', () => {
		fc.assert(
			fc.property(mandates, fc.constantFrom(...HELPER_RIGHTS), instant, (mandate, gone, moment) => {
				const less = { ...mandate, rights: mandate.rights.filter((right) => right !== gone) };
				for (const act of ACTS) {
					const expected = HELPER_ACTS[act] !== gone && mayAct(mandate, act, moment);
					expect(mayAct(less, act, moment)).toBe(expected);
				}
			})
		);
	});
});

test('under a running mandate every right opens something, and only its own', () => {
	const moment = at('2026-12-01T09:00:00Z');
	for (const right of HELPER_RIGHTS) {
		const open = ACTS.filter((act) => mayAct({ ...ACCEPTED, rights: [right] }, act, moment));
		expect(open).toEqual(ACTS.filter((act) => HELPER_ACTS[act] === right));
		expect(open.length).toBeGreaterThan(0);
	}
});
