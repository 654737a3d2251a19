import { describe, expect, test } from 'vitest';
import type { EventKind } from './event-kinds.ts';
import { seniorityByCommune, communesLine, mergedIn } from './merging.ts';
import {
	isCorrectable,
	standingEvents,
	stateWithout,
	type RecordedEvent
} from './standing-events.ts';
import { pendingWarning } from './warnings.ts';

let serial = 0;
const event = (kind: EventKind, recordedBy = 'agent:1', of?: string): RecordedEvent => ({
	id: String(++serial),
	kind,
	detail: of ? { eventId: of } : {},
	recordedBy
});

describe('an event that was entered by mistake', () => {
	test('stops to count, and the state goes back to what is left', () => {
		const positioned = event('positioned');
		const life = [event('registered', 'system:import'), positioned];
		expect(stateWithout(life, positioned.id)).toBe('registered');
		const corrected = [...life, event('entered_in_error', 'agent:1', positioned.id)];
		expect(standingEvents(corrected).map(({ kind }) => kind)).toEqual(['registered']);
	});

	test('cannot be taken away from under what followed it', () => {
		const commission = event('sent_to_commission');
		const life = [event('registered', 'system:import'), commission, event('decided_granted')];
		expect(() => stateWithout(life, commission.id)).toThrow('later-events-depend');
	});

	test('a striking off entered by mistake gives the request its former state back', () => {
		const wrong = event('struck_off_renounced');
		const life = [event('registered', 'system:import'), event('positioned'), wrong];
		expect(stateWithout(life, wrong.id)).toBe('positioned');
	});

	test('is one that an agent typed, once: not the register’s, not the applicant’s, not corrected already', () => {
		const official = event('registered', 'system:sne-import');
		const declared = event('offer_acceptance_declared', 'applicant:7');
		const typed = event('modified');
		const correction = event('entered_in_error', 'agent:1', typed.id);
		expect([official, declared, typed, correction].map(isCorrectable)).toEqual([
			false,
			false,
			true,
			false
		]);
		for (const id of [official.id, typed.id, correction.id, 'nothing'])
			expect(() => stateWithout([official, typed, correction], id)).toThrow('not-correctable');
	});
});

describe('a warning letter', () => {
	const on = (kind: EventKind, day: string) => ({ kind, occurredOn: Temporal.PlainDate.from(day) });

	test('threatens until it is answered, and says until when: a month', () => {
		const warned = on('warned_no_contact', '2027-01-31');
		expect(pendingWarning([warned])?.answerBefore.toString()).toBe('2027-02-28');
		expect(pendingWarning([warned, on('warning_answered', '2027-02-03')])).toBeNull();
		expect(pendingWarning([warned, on('renewed', '2027-02-03')])).toBeNull();
		expect(pendingWarning([])).toBeNull();
	});
});

describe('requests that are merged', () => {
	const filed = (day: string, ...communes: string[]) => ({
		filedOn: Temporal.PlainDate.from(day),
		communes
	});

	test('keep, each for its communes, the seniority of the older one', () => {
		const own = filed('2025-06-01', 'Antibes', 'Valbonne');
		const since = seniorityByCommune(own, [
			filed('2022-03-04', 'Antibes', 'Biot'),
			filed('2026-01-01', 'Valbonne')
		]);
		expect([...since].map(([insee, day]) => `${insee} ${day}`)).toEqual([
			'Antibes 2022-03-04',
			'Valbonne 2025-06-01',
			'Biot 2022-03-04'
		]);
	});

	test('what the event says is read back as it was written', () => {
		const detail = { mergedFiledOn: '2022-03-04', communes: communesLine(['Antibes', 'Biot']) };
		expect(mergedIn(detail)).toEqual(filed('2022-03-04', 'Antibes', 'Biot'));
	});
});
