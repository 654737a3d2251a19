import { describe, expect, it } from 'vitest';
import {
	ACTIVE_STATES,
	actionsFrom,
	APPOINTMENT_STATES,
	can,
	FINAL_STATES,
	isFinal,
	nextState,
	occupiesDesk,
	TRANSITIONS
} from './states.ts';
import type { AppointmentActor } from './states.ts';

const PUBLIC = ['applicant', 'visitor'] as const;

describe('what a person may do', () => {
	it.each(PUBLIC)('lets the %s confirm or release a hold, then move or cancel', (actor) => {
		expect(actionsFrom('held', actor)).toEqual(['confirm', 'release']);
		expect(actionsFrom('booked', actor)).toEqual(['move', 'cancel']);
	});

	it.each(PUBLIC)('refuses the %s everything once the visit has begun or ended', (actor) => {
		const closed = APPOINTMENT_STATES.filter((state) => state !== 'held' && state !== 'booked');
		expect(closed.flatMap((state) => actionsFrom(state, actor))).toEqual([]);
		expect(can('receive', 'booked', actor)).toBe(false);
		expect(can('cancel-by-service', 'booked', actor)).toBe(false);
	});
});

describe('what an agent may do', () => {
	it('takes somebody through the counter and takes each step back', () => {
		const way = [
			['arrive', 'booked', 'arrived'],
			['call', 'arrived', 'called'],
			['start', 'called', 'in_interview'],
			['receive', 'in_interview', 'received'],
			['undo', 'in_interview', 'called'],
			['undo', 'called', 'arrived'],
			['undo', 'arrived', 'booked'],
			['undo', 'received', 'booked'],
			['undo', 'absent', 'booked']
		] as const;
		for (const [action, from, to] of way) {
			expect(can(action, from, 'agent')).toBe(true);
			expect(nextState(action, from)).toBe(to);
		}
	});

	it('marks absent who did not come or did not stand up, never who waits', () => {
		expect(can('mark-absent', 'booked', 'agent')).toBe(true);
		expect(can('mark-absent', 'called', 'agent')).toBe(true);
		expect(can('mark-absent', 'arrived', 'agent')).toBe(false);
		expect(can('mark-absent', 'in_interview', 'agent')).toBe(false);
	});

	it('writes down later what was left unrecorded', () => {
		expect(actionsFrom('unrecorded', 'agent')).toEqual(['receive', 'mark-absent']);
	});

	it('tells who cancelled, and cannot take it back', () => {
		expect(nextState('cancel', 'booked')).toBe('cancelled_by_applicant');
		expect(nextState('cancel-by-service', 'arrived')).toBe('cancelled_by_service');
		expect(actionsFrom('cancelled_by_applicant', 'agent')).toEqual([]);
		expect(actionsFrom('moved', 'agent')).toEqual([]);
		expect(actionsFrom('expired', 'agent')).toEqual([]);
	});
});

describe('the table', () => {
	it('lets the service by itself only expire, cancel and close', () => {
		const actions = APPOINTMENT_STATES.flatMap((state) => actionsFrom(state, 'system'));
		expect([...new Set(actions)].sort()).toEqual([
			'cancel-by-service',
			'expire',
			'leave-unrecorded'
		]);
	});

	it('gives an actor one outcome for an action from a state', () => {
		const actors: readonly AppointmentActor[] = ['applicant', 'visitor', 'agent', 'system'];
		for (const { action, from } of TRANSITIONS) {
			for (const state of from) {
				const same = TRANSITIONS.filter((l) => l.action === action && l.from.includes(state));
				expect(new Set(same.map((line) => line.to)).size).toBe(1);
				expect(actors.some((actor) => can(action, state, actor))).toBe(true);
			}
		}
	});

	it('answers null to an action that does not exist from a state', () => {
		expect(nextState('confirm', 'booked')).toBeNull();
		expect(can('confirm', 'expired', 'agent')).toBe(false);
	});

	it('frees the desk of who cancelled, moved or let go, not of who may still come late', () => {
		expect(APPOINTMENT_STATES.filter((state) => !occupiesDesk(state))).toEqual([
			'cancelled_by_applicant',
			'cancelled_by_service',
			'moved',
			'expired',
			'unrecorded'
		]);
	});

	it('counts every state as a hold, as active or as final, and as one of them only', () => {
		for (const state of APPOINTMENT_STATES) {
			const kinds = [state === 'held', ACTIVE_STATES.includes(state), FINAL_STATES.includes(state)];
			expect(kinds.filter(Boolean)).toHaveLength(1);
		}
		expect(isFinal('moved')).toBe(true);
		expect(isFinal('held')).toBe(false);
	});
});
