import { expect, test, type APIRequestContext } from '@playwright/test';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { inLanguage, LANGUAGES, pagesBehind, publicPages } from '../support/public-pages.ts';
import { AGENT_ANTIBES, AMINA, HEAD, signInApplicant, signInStaff } from '../support/sign-in.ts';

/**
 * The rules of the HTML standard, those of a whole document and those of accessibility. No page is opened in a browser:
 * what is read is what the server sends, as any phone gets it.
 */
const validator = new HtmlValidate(
	new StaticConfigLoader({
		root: true,
		extends: ['html-validate:standard', 'html-validate:document', 'html-validate:a11y'],
		rules: {
			// A fingerprint protects from what others serve; all that these pages load is ours.
			'require-sri': ['error', { target: 'crossorigin' }],
			// Style: a table stacked on a phone loses its roles in some browsers, so ours says them (DataTable.svelte).
			'no-redundant-role': 'off',
			// Style: in HTML a button is of the type submit, and sends; ours that do not send say so.
			'no-implicit-button-type': 'off',
			// A table that scrolls bears the name of its section, folded or not: axe looks at what is shown (landmark-unique).
			'unique-landmark': 'off',
			// The standard allows a name on any element that can bear one: the agent's day names its lines.
			'aria-label-misuse': ['error', { allowAnyNamable: true }]
		}
	})
);

/** A letter is printed, never sent: of all forms these alone have no button that sends. */
const ALLOWED: readonly (readonly [path: RegExp, rule: string])[] = [[/\/lettres\/./, 'wcag/h32']];

/** What SvelteKit starts a page with when a framework travels to the phone. */
const FRAMEWORK = /__sveltekit|_app\/immutable\/(?:entry|nodes|chunks)\//;

/** What search engines and shared links say of a page. */
const DESCRIPTION = /<meta name="description" content="[^"]{20,}"/g;

/** The pages of these addresses, as they are sent to whoever reads without JavaScript. */
async function read(request: APIRequestContext, paths: string[]): Promise<Map<string, string>> {
	const pages = new Map<string, string>();
	for (const path of paths) {
		const answer = await request.get(path);
		expect(answer.headers()['content-type'], path).toContain('text/html');
		expect(answer.status(), path).toBeLessThan(500);
		pages.set(path, await answer.text());
	}
	return pages;
}

/** What is wrong with these pages, one line a fault. */
async function faultsOf(pages: ReadonlyMap<string, string>): Promise<string[]> {
	const faults: string[] = [];
	for (const [path, html] of pages) {
		const { results } = await validator.validateString(html, path);
		for (const { ruleId, message, selector } of results.flatMap(({ messages }) => messages)) {
			if (ALLOWED.some(([where, rule]) => rule === ruleId && where.test(path))) continue;
			faults.push(`${path}: ${ruleId}, ${message} (${selector})`);
		}
		if (FRAMEWORK.test(html)) faults.push(`${path}: a framework travels with it`);
		if (html.match(DESCRIPTION)?.length !== 1) faults.push(`${path}: no description, or two`);
	}
	return faults;
}

/**
 * Every link to a page of ours: the page it stands on, where it leads, and the place on that page. Those to the same page
 * in another language are left out: that page is read in its own turn.
 */
function linksOf(path: string, html: string) {
	return [...html.matchAll(/<a\s(?:[^>]*\s)?href="([^"]+)"[^>]*>/g)]
		.filter(([tag]) => !tag.includes('hreflang='))
		.map(([, href]) => new URL(href!.replaceAll('&amp;', '&'), new URL(path, 'http://here')))
		.filter(({ origin, pathname }) => origin === 'http://here' && !pathname.endsWith('.pdf'))
		.map(({ pathname, search, hash }) => ({
			from: path,
			pathname,
			address: `${pathname}${search}`,
			anchor: decodeURIComponent(hash.slice(1))
		}));
}

/** Links that lead to no page, or to a place that their page does not have. */
async function deadLinks(request: APIRequestContext, pages: ReadonlyMap<string, string>) {
	const links = [...pages].flatMap(([path, html]) => linksOf(path, html));
	const answers = new Map([...pages.keys()].map((path) => [path.split('?')[0]!, true]));
	const dead: string[] = [];
	for (const { from, pathname, address, anchor } of links) {
		if (!answers.has(pathname)) answers.set(pathname, (await request.get(pathname)).ok());
		if (!answers.get(pathname)) dead.push(`${from} → ${pathname}`);
		const html = pages.get(address);
		if (anchor && html && !html.includes(`id="${anchor}"`)) dead.push(`${from} → #${anchor}`);
	}
	return [...new Set(dead)];
}

test.describe('every page obeys the HTML standard', () => {
	// Some ninety pages in each language, read whole.
	test.setTimeout(600_000);

	for (const language of LANGUAGES) {
		test(`for a visitor, ships no framework and leads nowhere in vain: ${language}`, async ({
			request
		}) => {
			const paths = publicPages().map((path) => inLanguage(language, path));
			expect(paths.length).toBeGreaterThan(80);
			const pages = await read(request, paths);
			expect(await faultsOf(pages)).toEqual([]);
			expect(await deadLinks(request, pages)).toEqual([]);
		});
	}

	for (const language of ['fr', 'ar']) {
		test(`for an applicant: ${language}`, async ({ context }) => {
			await signInApplicant(context, AMINA);
			const paths = pagesBehind('(applicant)').map((path) => inLanguage(language, path));
			const pages = await read(context.request, paths);
			expect(pages.get(inLanguage(language, '/espace'))).toContain('Amina');
			expect(await faultsOf(pages)).toEqual([]);
		});

		test(`for an agent and the head of the service: ${language}`, async ({ context }) => {
			const paths = pagesBehind('(staff)').map((path) => inLanguage(language, path));
			for (const who of [AGENT_ANTIBES, HEAD]) {
				await signInStaff(context, who);
				const pages = await read(context.request, paths);
				expect(pages.get(inLanguage(language, '/agent'))).toContain('/deconnexion');
				expect(await faultsOf(pages)).toEqual([]);
			}
		});
	}
});

test('a page with faults would be found', async () => {
	const page =
		'<!doctype html><html lang="fr"><head><title>x</title><script src="/_app/immutable/entry/x.js"></script></head>' +
		'<body><p id="a"><div id="a"></div></p><center></center><label for="no">x</label>' +
		'<a href="#nulle-part">x</a></body></html>';
	const faults = (await faultsOf(new Map([['/x', page]]))).join('\n');
	for (const rule of [
		'no-dup-id',
		'deprecated',
		'close-order',
		'no-missing-references',
		'framework',
		'no description'
	])
		expect(faults).toContain(rule);
});
