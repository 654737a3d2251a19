import { describe, expect, it } from 'vitest';
import { RuleBroken } from '../errors.ts';
import { counterFact, type FactKind } from './facts.ts';

describe('somebody of the staff writing what is known of a counter', () => {
	it('may leave a fact unknown', () => {
		expect(counterFact('address', '  ', false)).toEqual({ value: null, confirmed: false });
		expect(counterFact('phone', null, false)).toEqual({ value: null, confirmed: false });
	});

	it('keeps a value, without the spaces around it', () => {
		const hours = ' Lundi, 9 h – 12 h\r\nMardi, 9 h – 12 h ';
		expect(counterFact('hours', hours, true)).toEqual({
			value: 'Lundi, 9 h – 12 h\nMardi, 9 h – 12 h',
			confirmed: true
		});
		expect(counterFact('phone', '04 00 00 00 00', false).value).toBe('04 00 00 00 00');
		expect(counterFact('email', 'guichet@exemple.test', false).value).toBe('guichet@exemple.test');
		expect(counterFact('step_free', 'partly', true).confirmed).toBe(true);
	});

	it('cannot confirm what is not known', () => {
		expect(ruleOf('hours', '', true)).toBe('counter-fact-confirmed-without-value');
	});

	it.each<[FactKind, string]>([
		['phone', '12 34'],
		['phone', '<b>04 00 00 00 00</b>'],
		['email', 'pas une adresse'],
		['step_free', 'oui'],
		['existence', 'no']
	])('cannot write in %s something else: "%s"', (kind, value) => {
		expect(ruleOf(kind, value, false)).toBe('counter-fact-not-of-its-kind');
	});

	it('cannot write a novel', () => {
		expect(ruleOf('hours', 'a'.repeat(601), false)).toBe('counter-fact-too-long');
	});
});

function ruleOf(kind: FactKind, value: string, confirmed: boolean): string | null {
	try {
		counterFact(kind, value, confirmed);
		return null;
	} catch (cause) {
		return cause instanceof RuleBroken ? cause.rule : String(cause);
	}
}
