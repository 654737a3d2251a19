import { expect, test } from 'vitest';
import { REQUEST_STATES } from './event-kinds.ts';
import { offerClock } from './offer.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const LAST = day('2026-12-03');
const at = (today: string, state = 'offer_sent' as const) => offerClock(state, LAST, day(today));

test('an offer may be answered until the last day, that day included, and not the day after', () => {
	expect(at('2026-11-23')).toEqual({ phase: 'open', daysLeft: 10, isUrgent: false });
	expect(at('2026-12-02')).toEqual({ phase: 'open', daysLeft: 1, isUrgent: true });
	expect(at('2026-12-03')).toEqual({ phase: 'open', daysLeft: 0, isUrgent: true });
	expect(at('2026-12-04')).toEqual({ phase: 'over', daysLeft: -1, isUrgent: true });
});

test('an answer that was given stays given when the days run out', () => {
	expect(offerClock('offer_answered', LAST, day('2026-12-20')).phase).toBe('answered');
	expect(offerClock('offer_unanswered', LAST, day('2026-12-04')).phase).toBe('over');
});

test('in any other state there is nothing to answer', () => {
	const phases = REQUEST_STATES.filter((state) => !state.startsWith('offer_')).map(
		(state) => offerClock(state, LAST, day('2026-11-23')).phase
	);
	expect(new Set(phases)).toEqual(new Set(['closed']));
});
