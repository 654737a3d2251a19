import { describe, expect, it } from 'vitest';
import { COMMON_FIELDS, fieldsOf, pieces, type Letter } from './letters.ts';

const letter: Letter = {
	slug: 'adresse',
	to: 'Au service',
	subject: 'Demande n° {numero}',
	paragraphs: ['Depuis le {date_changement}.', 'Toujours {date_changement}.']
};

describe('a letter to print', () => {
	it('is words and places to fill', () => {
		expect(pieces('Né(e) le {naissance}, je…')).toEqual([
			{ text: 'Né(e) le ' },
			{ field: 'naissance' },
			{ text: ', je…' }
		]);
	});

	it('asks for each thing once, what every letter needs first', () => {
		expect(fieldsOf(letter)).toEqual([...COMMON_FIELDS, 'date_changement']);
	});

	it('may not ask for something unknown', () => {
		expect(() => pieces('{secret}')).toThrow('secret');
	});
});
