import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.ts';

/** What French people read: the interface's words, the guide, the letters, the agents' procedures. */
const FRENCH = [
	'messages/fr.json',
	'content/guide/{fr,fr-simple}/*.{md,yaml}',
	'content/procedures/*.md',
	'content/lettres/*.yaml',
	'drizzle/seed/reference/*-texts/fr.ts'
];

/** Every file of texts in French, from the root of the project. */
export function frenchFiles(): string[] {
	return globSync(FRENCH, { cwd: root }).toSorted();
}

/**
 * The same text, its signs held to their words: `? ! : ; » %` and `€` never begin a line, `«` never ends one (Imprimerie
 * nationale, Lexique des règles typographiques). Rules of tables, pictures and addresses stay as they are.
 */
export function withFrenchSpaces(text: string): string {
	return text
		.replace(/(?<=[^\s|]) +(?=[?;»]|!(?!\[)|:(?![\w:/-]))/g, '\u00a0')
		.replace(/(?<=[\d}]) (?=[%€])/g, '\u00a0')
		.replace(/(?<=«) +(?=\S)/g, '\u00a0');
}

if (import.meta.main)
	for (const file of frenchFiles()) {
		const path = join(root, file);
		const text = readFileSync(path, 'utf8');
		if (withFrenchSpaces(text) !== text) writeFileSync(path, withFrenchSpaces(text));
	}
