import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** The pages that are the same for everybody until the next version, in French. */
const PAGES = [
	'/hors-ligne',
	'/installer',
	'/guide',
	'/guide/mots',
	'/guide/questions',
	'/lettres',
	'/manifest.webmanifest',
	'/recherche/passages.json'
];

/**
 * Every address that is built once, with the application. Plain JavaScript: svelte.config.js is read before anything
 * that knows TypeScript.
 * @returns {`/${string}`[]}
 */
export function prerenderedPages() {
	const { baseLocale, locales } = JSON.parse(readFileSync('project.inlang/settings.json', 'utf8'));
	const chapters = chaptersIn('fr').map((slug) => `/guide/${slug}`);
	const simple = chaptersIn('fr-simple').map((slug) => `/guide/${slug}/simple`);
	const letters = [
		...readFileSync('content/lettres/modeles.yaml', 'utf8').matchAll(/^- slug: (\S+)$/gm)
	].map(([, slug]) => `/lettres/${slug}`);
	const pages = [...PAGES, ...chapters, ...simple, ...letters];
	return locales.flatMap((/** @type {string} */ locale) =>
		pages.map((page) => (locale === baseLocale ? page : `/${locale}${page}`))
	);
}

/** @param {string} edition a folder of content/guide */
function chaptersIn(edition) {
	const folder = `content/guide/${edition}`;
	if (!existsSync(folder)) return [];
	return readdirSync(folder)
		.filter((name) => name.endsWith('.md'))
		.map((name) => name.slice(0, -'.md'.length));
}
