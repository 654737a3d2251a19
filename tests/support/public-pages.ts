import { pagesOf } from '../../scripts/pages.ts';
import { CHAPTERS } from '../../src/lib/domain/guide/chapters.ts';
import { LETTERS } from '../../src/lib/domain/guide/letters.ts';
import { DELAY_SLUGS } from '../../src/routes/(staff)/agent/delais/delay-slugs.ts';
import settings from '../../project.inlang/settings.json' with { type: 'json' };

export const LANGUAGES: readonly string[] = settings.locales;

/** The address of a page in a language: French has no prefix. */
export function inLanguage(language: string, path: string): string {
	if (language === settings.baseLocale) return path;
	return path === '/' ? `/${language}` : `/${language}${path}`;
}

const PARAMETER = /\[\w+\]/g;

/** What stands for the parameter of a public address. The secret of a link is one that nobody was given. */
const PARAMETERS: Record<string, readonly string[]> = {
	'[slug]': ['antibes', 'valbonne', 'opio'],
	'[chapter]': CHAPTERS,
	'[modele]': LETTERS,
	'[token]': ['inconnu'],
	'[jeton]': ['inconnu'],
	'[secret]': ['inconnu']
};

/**
 * What stands for the parameter of an address behind a door. Here too it is a word that the application chose, never
 * somebody's record: pages of one request, one paper or one appointment are listed by the tests that make one.
 */
const NAMED: Record<string, readonly string[]> = {
	'[delai]': Object.values(DELAY_SLUGS),
	'[procedure]': ['verifier-les-pieces']
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
	const paths = [...patterns, '/agent/connexion'].flatMap((one) => filled(one, PARAMETERS));
	return paths.concat(ASKED).toSorted();
}

/** Addresses under one door, `(applicant)` or `(staff)`, but those of somebody's record. */
export function pagesBehind(group: '(applicant)' | '(staff)'): string[] {
	const hasRecord = (pattern: string) =>
		[...pattern.matchAll(PARAMETER)].some(([name]) => !(name in NAMED));
	return pagesOf(`src/routes/${group}`)
		.filter((pattern) => !hasRecord(pattern))
		.flatMap((pattern) => filled(pattern, NAMED))
		.toSorted();
}

function filled(pattern: string, parameters: typeof NAMED): string[] {
	const [name] = pattern.match(PARAMETER) ?? [];
	if (!name) return [pattern];
	const values = parameters[name];
	if (!values) throw new Error(`Say in tests/support/public-pages.ts what stands for ${pattern}.`);
	return values.flatMap((value) => filled(pattern.replace(name, value), parameters));
}
