import { describe, expect, it } from 'vitest';
import { RuleBroken } from '../errors.ts';
import { bodyCode, bodyLine } from './bodies.ts';

describe('the head of service writes down a body', () => {
	it('on one line, whatever was pasted', () => {
		expect(bodyLine('  Mairie\n d’Antibes\u0007 ', 40)).toBe('Mairie d’Antibes');
		expect(() => bodyLine('a'.repeat(41), 40)).toThrow(RuleBroken);
	});

	it('by its code in SNE, typed as one likes', () => {
		expect(bodyCode(' g06 01')).toBe('G0601');
		for (const typed of ['', 'G060', 'G0601X', 'G060!'])
			expect(() => bodyCode(typed)).toThrow(RuleBroken);
	});
});
