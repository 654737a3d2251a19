import { pagesOf } from '../../scripts/pages.ts';
import { CHAPTERS } from '../../src/lib/domain/guide/chapters.ts';
import { LETTERS } from '../../src/lib/domain/guide/letters.ts';
import settings from '../../project.inlang/settings.json' with { type: 'json' };

export const LANGUAGES: readonly string[] = settings.locales;

/** The address of a page in a language: French has no prefix. */
export function inLanguage(language: string, path: string): string {
	if (language === settings.baseLocale) return path;
	return path === '/' ? `/${language}` : `/${language}${path}`;
}

/** What stands for the parameter of a public address. The secret of a link is one that nobody was given. */
const PARAMETERS: Record<string, readonly string[]> = {
	'[slug]': ['antibes', 'valbonne', 'opio'],
	'[chapter]': CHAPTERS,
	'[modele]': LETTERS,
	'[token]': ['inconnu'],
	'[jeton]': ['inconnu'],
	'[secret]': ['inconnu']
};

/** Pages that say something else when they are asked something. */
const ASKED = [
	'/chiffres?commune=06152',
	'/plafonds?adultes=1&charge=2&revenu=46000&situation=separation',
	'/plafonds?adultes=0&recent=1',
	'/guichets?q=biot',
	'/guichets?q=nulle%20part',
	'/recherche?q=cotation',
	'/recherche?q=zzzzxq',
	'/guide/avis?page=cotation',
	'/rendez-vous?motif=enregistrement&guichet=antibes',
	'/rendez-vous/demander?motif=enregistrement&guichet=antibes',
	'/nulle-part'
];

/**
 * Every address that anybody may open, without its language, from the folders of routes: a page that is added is in the
 * list, and one whose parameter nothing stands for stops the test that asks.
 */
export function publicPages(): string[] {
	const patterns = ['src/routes/(portal)', 'src/routes/(auth)'].flatMap((folder) =>
		pagesOf(folder)
	);
	return [...patterns, '/agent/connexion'].flatMap(filled).concat(ASKED).toSorted();
}

/** Addresses without a parameter under one door: `(applicant)`, `(staff)`. */
export function pagesBehind(group: '(applicant)' | '(staff)'): string[] {
	return pagesOf(`src/routes/${group}`)
		.filter((pattern) => !pattern.includes('['))
		.toSorted();
}

function filled(pattern: string): string[] {
	const name = /\[\w+\]/.exec(pattern)?.[0];
	if (!name) return [pattern];
	const values = PARAMETERS[name];
	if (!values) throw new Error(`Say in tests/support/public-pages.ts what stands for ${pattern}.`);
	return values.flatMap((value) => filled(pattern.replace(name, value)));
}
