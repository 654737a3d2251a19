import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { frenchFiles, withFrenchSpaces } from './french-spaces.ts';
import { root } from './root.ts';

/** Seen by whoever reads the failure: a no-break space looks like any other. */
const shown = (text: string) => text.replaceAll('\u00a0', '⍽');

describe('a reader of French', () => {
	it.each([
		['Que faire ? Lisez : « rien » ; dommage !', 'Que faire⍽? Lisez⍽: «⍽rien⍽»⍽; dommage⍽!'],
		['un plafond de {percent} % et 12 €', 'un plafond de {percent}⍽% et 12⍽€'],
		['"À lire ici :\\n{link}"', '"À lire ici⍽:\\n{link}"'],
		['**Quand** : [ici](/pieces)', '**Quand**⍽: [ici](/pieces)']
	])('finds the signs of « %s » on the line of their words', (text, held) => {
		expect(shown(withFrenchSpaces(text))).toBe(held);
		expect(withFrenchSpaces(withFrenchSpaces(text))).toBe(withFrenchSpaces(text));
	});

	it.each(['| a | :--- |', '![Une clé](dessin:key)', 'une ![clé](dessin:key)', '\t"key": "x"'])(
		'finds %s as it is written',
		(text) => expect(withFrenchSpaces(text)).toBe(text)
	);

	it.each(frenchFiles())('never begins a line with a sign in %s', (file) => {
		const lines = readFileSync(join(root, file), 'utf8').split('\n');
		const loose = lines.filter((line) => withFrenchSpaces(line) !== line);
		expect(loose, 'node scripts/french-spaces.ts mends them').toEqual([]);
	});
});

it('has texts of every kind to look at', () => {
	const files = frenchFiles().join('\n');
	for (const file of [
		'fr.json',
		'fr/offre.md',
		'fr-simple/',
		'procedures/',
		'modeles.yaml',
		'mots'
	])
		expect(files).toContain(file);
	expect(frenchFiles().length).toBeGreaterThan(45);
});
