import { describe, expect, it } from 'vitest';
import { RuleBroken } from '../errors.ts';
import { PAPER_STATES, paperStateAfter, possiblePaperActions } from './states.ts';

describe('a paper goes from the phone to the shared file', () => {
	it('is received, checked, accepted and passed on', () => {
		let state = paperStateAfter('receiving', 'finish_upload', 'applicant');
		state = paperStateAfter(state, 'start_check', 'agent');
		state = paperStateAfter(state, 'accept', 'agent');
		expect(paperStateAfter(state, 'pass_on', 'agent')).toBe('passed_on');
	});

	it('is asked for again when it cannot be read', () => {
		expect(paperStateAfter('being_checked', 'ask_again', 'agent')).toBe('to_resend');
	});

	it('is set aside when it is infected', () => {
		expect(paperStateAfter('receiving', 'refuse_infected', 'system')).toBe('refused_infected');
	});

	it('is to be sent again when its content cannot be used, and its owner may then delete it', () => {
		expect(paperStateAfter('received', 'refuse_content', 'system')).toBe('to_resend');
		expect(possiblePaperActions('to_resend', 'applicant')).toEqual(['delete']);
	});

	it('is erased by the yearly purge even after it was passed on', () => {
		expect(paperStateAfter('passed_on', 'purge', 'system')).toBe('deleted');
	});
});

describe('an applicant', () => {
	it('may delete a paper that nobody has checked yet', () => {
		expect(possiblePaperActions('received', 'applicant')).toEqual(['delete']);
	});

	it('may send or give up what they are putting together', () => {
		expect(possiblePaperActions('receiving', 'applicant')).toEqual(['finish_upload', 'delete']);
	});

	it('may neither accept a paper nor delete an accepted one', () => {
		expect(() => paperStateAfter('received', 'accept', 'applicant')).toThrow(RuleBroken);
		expect(() => paperStateAfter('accepted', 'delete', 'applicant')).toThrow(RuleBroken);
		expect(() => paperStateAfter('passed_on', 'delete', 'applicant')).toThrow(RuleBroken);
	});
});

describe('an agent', () => {
	it('may not accept a paper that is still arriving or infected', () => {
		expect(possiblePaperActions('receiving', 'agent')).toEqual(['finish_upload']);
		expect(possiblePaperActions('refused_infected', 'agent')).toEqual([]);
	});

	it('may not pass on a paper that was not accepted', () => {
		expect(() => paperStateAfter('received', 'pass_on', 'agent')).toThrow(RuleBroken);
	});

	it('may decide otherwise until the paper is in the shared file, and then only mark it', () => {
		for (const state of ['accepted', 'to_resend', 'set_aside'] as const) {
			expect(possiblePaperActions(state, 'agent')).toContain(
				state === 'accepted' ? 'ask_again' : 'accept'
			);
		}
		expect(possiblePaperActions('passed_on', 'agent')).toEqual(['mark']);
	});

	it('may join two papers only while neither is decided', () => {
		expect(paperStateAfter('received', 'absorb', 'agent')).toBe('deleted');
		expect(() => paperStateAfter('accepted', 'absorb', 'agent')).toThrow(RuleBroken);
	});

	it('finds nothing to do with a deleted paper, and nobody else does', () => {
		for (const actor of ['applicant', 'agent', 'system'] as const) {
			expect(possiblePaperActions('deleted', actor)).toEqual([]);
		}
	});

	it('finds a way on from every other state, or the system does', () => {
		const stuck = PAPER_STATES.filter(
			(state) =>
				possiblePaperActions(state, 'agent').length +
					possiblePaperActions(state, 'system').length ===
				0
		);
		expect(stuck).toEqual(['deleted']);
	});
});
