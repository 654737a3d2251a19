import { describe, expect, it } from 'vitest';
import { instant, paris } from '../../../../tests/support/appointments/sample-agenda.ts';
import type { AppointmentAction, AppointmentActor } from './states.ts';
import { brokenWindow, DEFAULT_WINDOWS, isHoldRunning, lastMoment } from './windows.ts';

const times = { startsAt: paris('2026-11-24T09:00'), endsAt: paris('2026-11-24T09:30') };

const asked = (action: AppointmentAction, actor: AppointmentActor, now: string) =>
	brokenWindow(action, actor, times, paris(now));

describe.each(['applicant', 'visitor'] as const)('the %s', (actor) => {
	it('cancels until exactly one hour before', () => {
		expect(asked('cancel', actor, '2026-11-24T07:59:59')).toBeNull();
		expect(asked('cancel', actor, '2026-11-24T08:00')).toBeNull();
		expect(asked('cancel', actor, '2026-11-24T08:00:00.001')).toBe('too-late-to-cancel');
		expect(asked('cancel', actor, '2026-11-25T08:00')).toBe('too-late-to-cancel');
	});

	it('moves until exactly one hour before', () => {
		expect(asked('move', actor, '2026-11-24T07:59:59')).toBeNull();
		expect(asked('move', actor, '2026-11-24T08:00')).toBeNull();
		expect(asked('move', actor, '2026-11-24T08:00:01')).toBe('too-late-to-move');
	});

	it('has the delay that the counter has set', () => {
		const settings = { cancelUntilMinutes: 240, moveUntilMinutes: 0 };
		const at = (action: AppointmentAction, now: string) =>
			brokenWindow(action, actor, times, paris(now), settings);
		expect(at('cancel', '2026-11-24T05:00')).toBeNull();
		expect(at('cancel', '2026-11-24T05:00:01')).toBe('too-late-to-cancel');
		expect(at('move', '2026-11-24T09:00')).toBeNull();
		expect(at('move', '2026-11-24T09:00:01')).toBe('too-late-to-move');
	});
});

describe('the agent', () => {
	it('cancels for a person until the start, included', () => {
		expect(asked('cancel', 'agent', '2026-11-24T08:59:59')).toBeNull();
		expect(asked('cancel', 'agent', '2026-11-24T09:00')).toBeNull();
		expect(asked('cancel', 'agent', '2026-11-24T09:00:01')).toBe('too-late-to-cancel');
	});

	it('moves somebody who is late, and cancels for the service at any time', () => {
		expect(asked('move', 'agent', '2026-11-24T09:10')).toBeNull();
		expect(asked('cancel-by-service', 'agent', '2026-11-24T12:00')).toBeNull();
	});

	it('marks somebody absent only after the start', () => {
		expect(asked('mark-absent', 'agent', '2026-11-24T08:59:59')).toBe('not-before-its-start');
		expect(asked('mark-absent', 'agent', '2026-11-24T09:00')).toBe('not-before-its-start');
		expect(asked('mark-absent', 'agent', '2026-11-24T09:00:00.001')).toBeNull();
		expect(asked('mark-absent', 'agent', '2026-11-30T09:00')).toBeNull();
	});

	it('writes "received" on the day itself or after, by the calendar of Paris', () => {
		expect(asked('receive', 'agent', '2026-11-23T23:59:59')).toBe('not-before-its-day');
		expect(asked('receive', 'agent', '2026-11-24T00:00')).toBeNull();
		expect(asked('receive', 'agent', '2026-11-30T10:00')).toBeNull();
	});

	it.each(['arrive', 'call', 'start'] as const)('may %s on the day itself alone', (action) => {
		expect(asked(action, 'agent', '2026-11-23T23:59:59')).toBe('only-on-its-day');
		expect(asked(action, 'agent', '2026-11-24T00:00')).toBeNull();
		expect(asked(action, 'agent', '2026-11-24T23:59:59')).toBeNull();
		expect(asked(action, 'agent', '2026-11-25T00:00')).toBe('only-on-its-day');
	});

	it('takes a step back whenever they notice', () => {
		expect(asked('undo', 'agent', '2026-12-24T09:00')).toBeNull();
	});
});

describe('a hold', () => {
	const heldUntil = instant('2026-11-23T08:10:00Z');
	const just = {
		before: instant('2026-11-23T08:09:59.999Z'),
		after: instant('2026-11-23T08:10:01Z')
	};
	const hold = { ...times, heldUntil };

	it('is its holder’s to confirm until its last instant, excluded', () => {
		expect(brokenWindow('confirm', 'visitor', hold, just.before)).toBeNull();
		expect(brokenWindow('confirm', 'visitor', hold, heldUntil)).toBe('hold-expired');
		expect(brokenWindow('confirm', 'visitor', hold, just.after)).toBe('hold-expired');
		expect(isHoldRunning(heldUntil, just.before)).toBe(true);
	});

	it('is expired by the service from the instant at which nobody can confirm it', () => {
		expect(brokenWindow('expire', 'system', hold, just.before)).toBe('hold-still-running');
		expect(brokenWindow('expire', 'system', hold, heldUntil)).toBeNull();
		expect(brokenWindow('expire', 'system', hold, just.after)).toBeNull();
	});
});

describe('the service by itself', () => {
	it('leaves a visit unrecorded once it has ended', () => {
		expect(asked('leave-unrecorded', 'system', '2026-11-24T09:29:59')).toBe('not-before-its-end');
		expect(asked('leave-unrecorded', 'system', '2026-11-24T09:30')).toBeNull();
	});
});

describe('the last moment', () => {
	it('is counted in elapsed time over the night the clock goes back', () => {
		const limit = lastMoment(paris('2026-10-25T03:30'), DEFAULT_WINDOWS.cancelUntilMinutes);
		expect(limit.toString()).toBe('2026-10-25T01:30:00Z');
	});
});
