import { describe, expect, it } from 'vitest';
import { Refused, RuleBroken } from '../errors.ts';
import { STRIKE_OFF_CAUSES } from './codes.ts';
import { EVENT_AUTHORS, EVENT_KINDS, EVENT_RULES, REQUEST_STATES } from './event-kinds.ts';
import type { EventKind } from './event-kinds.ts';
import { STRIKE_OFF_EVENT, checkEvent, isLive, possibleEvents, stateAfter } from './states.ts';

const after = (...kinds: EventKind[]) => stateAfter(kinds.map((kind) => ({ kind })));

describe('a request lives its life', () => {
	it('has no state before anything happened', () => {
		expect(after()).toBeNull();
	});

	it('is filed, registered, instructed, positioned, granted, offered, accepted and struck off as housed', () => {
		const life: EventKind[] = [
			'filed',
			'registered',
			'papers_requested',
			'papers_received',
			'papers_passed_on',
			'instruction_started',
			'positioned',
			'sent_to_commission',
			'decided_granted',
			'offer_sent',
			'offer_accepted',
			'struck_off_housed'
		];
		expect(after(...life)).toBe('struck_off');
		expect(after(...life.slice(0, -1))).toBe('offer_accepted');
	});

	it.each([
		['decided_granted', 'granted'],
		['decided_ranked', 'granted_ranked'],
		['decided_conditional', 'granted_conditional'],
		['decided_not_granted', 'not_granted'],
		['decided_inadmissible', 'inadmissible']
	] as const)('%s by the commission makes it %s', (kind, state) => {
		expect(after('registered', 'sent_to_commission', kind)).toBe(state);
	});

	it('keeps its state when it is modified, renewed, or its applicant is received', () => {
		const events: EventKind[] = ['registered', 'positioned', 'modified', 'interviewed', 'renewed'];
		expect(after(...events)).toBe('positioned');
	});

	it('may be proposed again after an offer was refused or left without an answer', () => {
		const offered: EventKind[] = [
			'registered',
			'sent_to_commission',
			'decided_ranked',
			'offer_sent'
		];
		expect(after(...offered, 'offer_refused', 'positioned')).toBe('positioned');
		expect(after(...offered, 'offer_unanswered', 'instruction_started')).toBe('in_instruction');
	});

	it('comes back to life only by reinstatement', () => {
		expect(after('registered', 'struck_off_not_renewed', 'reinstated')).toBe('registered');
		expect(isLive(after('registered', 'struck_off_renounced'))).toBe(false);
		expect(isLive(after('registered'))).toBe(true);
	});
});

describe('what may not happen is refused', () => {
	it.each([
		['a modification before anything', ['modified']],
		['a second registration', ['registered', 'registered']],
		['a commission before registration', ['filed', 'sent_to_commission']],
		['a decision without a commission', ['registered', 'decided_granted']],
		['an offer without a decision', ['registered', 'offer_sent']],
		['an answer without an offer', ['registered', 'offer_accepted']],
		[
			'an offer after a refusal by the commission',
			['registered', 'sent_to_commission', 'decided_not_granted', 'offer_sent']
		],
		['a renewal before registration', ['filed', 'renewed']],
		['anything after striking off', ['registered', 'struck_off_housed', 'modified']],
		['striking off twice', ['registered', 'struck_off_housed', 'struck_off_renounced']],
		['reinstating a living request', ['registered', 'reinstated']]
	] as [string, EventKind[]][])('%s', (_, kinds) => {
		expect(() => after(...kinds)).toThrow(RuleBroken);
	});

	it('an applicant who would grant himself a dwelling or strike off a request', () => {
		expect(() => checkEvent('in_commission', 'decided_granted', 'applicant')).toThrow(Refused);
		for (const cause of STRIKE_OFF_CAUSES) {
			expect(() => checkEvent('registered', STRIKE_OFF_EVENT[cause], 'applicant')).toThrow(Refused);
			expect(() => checkEvent('registered', STRIKE_OFF_EVENT[cause], 'system')).toThrow(Refused);
		}
	});
});

describe('the table of events', () => {
	it('gives an applicant of a registered request a change and papers, and nothing else', () => {
		expect(possibleEvents('registered', 'applicant')).toEqual(['modified', 'papers_received']);
	});

	it('gives nobody but the register and agents a way out of struck off', () => {
		expect(possibleEvents('struck_off', 'agent')).toEqual(['reinstated', 'entered_in_error']);
		expect(possibleEvents('struck_off', 'applicant')).toEqual([]);
	});

	it('cites an authority and an author on every line, and reaches every state', () => {
		const reached = new Set<string>();
		for (const kind of EVENT_KINDS) {
			const rule = EVENT_RULES[kind];
			expect(rule.authority).toMatch(/^(?:usage$|[LR]441)/);
			expect(rule.by.every((author) => EVENT_AUTHORS.includes(author))).toBe(true);
			reached.add(rule.to);
		}
		expect(REQUEST_STATES.filter((state) => !reached.has(state))).toEqual([]);
	});
});
