import { describe, expect, it } from 'vitest';
import { RuleBroken } from '../errors.ts';
import { cleanBody, MESSAGE_LENGTH, messageBody, noteBody } from './body.ts';

const ruleOf = (work: () => unknown): string => {
	try {
		work();
		return 'accepted';
	} catch (cause) {
		return cause instanceof RuleBroken ? cause.rule : 'fault';
	}
};

describe('a person’s text', () => {
	it('keeps its lines, whatever the keyboard ended them with', () => {
		expect(cleanBody('Bonjour,\r\n\r\nmerci  \rNour\n')).toBe('Bonjour,\n\nmerci\nNour');
	});

	it('loses what cannot be seen and can deceive: control and direction-changing characters', () => {
		expect(cleanBody('a\u0000b\u202ecod\u2066.exe\u0007')).toBe('abcod.exe');
	});

	it('keeps Arabic and its joiners', () => {
		expect(cleanBody(' مرحبا\u200c، شكرا ')).toBe('مرحبا\u200c، شكرا');
	});

	it('is refused when empty or too long, and accepted to the last character', () => {
		expect(ruleOf(() => messageBody(' \n\t '))).toBe('message-missing');
		expect(ruleOf(() => messageBody('a'.repeat(MESSAGE_LENGTH + 1)))).toBe('message-too-long');
		expect(ruleOf(() => messageBody('a'.repeat(MESSAGE_LENGTH)))).toBe('accepted');
		expect(ruleOf(() => noteBody('a'.repeat(2_001)))).toBe('note-too-long');
		expect(ruleOf(() => noteBody(''))).toBe('note-missing');
	});
});
