import { describe, expect, it } from 'vitest';
import { chaptersOf } from '../../server/guide/library.ts';
import { linesOf } from './plain-text.ts';
import { kandelMoles, syllablesOf } from './readability.ts';

describe('syllables of French words', () => {
	it.each([
		['logement', 2],
		['demande', 2],
		['été', 2],
		['le', 1],
		['attestation', 4],
		['bail', 1]
	])('%s has %i', (word, count) => {
		expect(syllablesOf(word)).toBe(count);
	});
});

describe('how easy a text is to read', () => {
	const of = (edition: 'fr' | 'fr-simple') =>
		kandelMoles(chaptersOf(edition).flatMap(({ blocks }) => blocks.flatMap(linesOf)));

	it('is higher for short words and short sentences', () => {
		expect(kandelMoles(['Le chat dort.'])).toBeGreaterThan(
			kandelMoles(['L’irrecevabilité administrative constitue une problématique particulière.'])
		);
	});

	it('is nothing for a text without words', () => {
		expect(kandelMoles(['1 2 3'])).toBe(0);
	});

	it('is at least fifteen points higher in the plain version of the guide', () => {
		expect(of('fr-simple') - of('fr')).toBeGreaterThanOrEqual(15);
	});
});
