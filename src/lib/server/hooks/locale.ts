import { AsyncLocalStorage } from 'node:async_hooks';
import type { Cookies, Handle } from '@sveltejs/kit';
import { appearance } from '../../client/appearance.js';
import {
	getTextDirection,
	locales,
	overwriteServerAsyncLocalStorage,
	shouldRedirect,
	type Locale
} from '../../paraglide/runtime.js';
import { APPEARANCE_COOKIES, chosen } from './appearance.ts';
import { withUsedStyles } from './used-styles.ts';

/** Where the messages look for the language of the request that they are written for. */
const spoken = new AsyncLocalStorage<{ locale?: Locale; origin?: string }>();
overwriteServerAsyncLocalStorage(spoken);

/**
 * Beside each style that it writes into the page SvelteKit names the file it came from, for a client of its own that no
 * page here has: a dozen lines of nothing.
 */
const STYLE_FILES = /<link [^>]*disabled media="\(max-width: 0\)">\s*/g;

/**
 * Where Svelte would take the page up again on the phone, which no page here does: some five hundred comments, 5 kB for
 * the phone to read.
 */
const MARKS = /<!--(?:\[[!-]?\d*|\]|[a-z\d]{0,8})-->/g;

/**
 * Language from the address, writing direction from the language, appearance from the person's choice. Paraglide's own
 * middleware does the same on a copy of the request; the copy holds what is sent a second time, forty megabytes of a
 * paper as well.
 */
export const locale: Handle = async ({ event, resolve }) => {
	const { request, url, cookies } = event;
	const { locale: language, redirectUrl } = await shouldRedirect({ request });
	if (redirectUrl && request.headers.get('sec-fetch-dest') === 'document') {
		return new Response(null, { status: 307, headers: { location: redirectUrl.href } });
	}
	return spoken.run({ locale: language, origin: url.origin }, () =>
		resolve(event, { transformPageChunk: ({ html }) => written(html, language, cookies) })
	);
};

const DIRECTIONS = new Map(locales.map((each) => [each, getTextDirection(each)]));
const SCRIPT_PLACE = '<!--appearance-->';

/** What the template leaves open stands before the script: a page is long, and written once. */
function written(html: string, language: Locale, cookies: Cookies): string {
	const opened = html.indexOf(SCRIPT_PLACE);
	const beginning = html
		.slice(0, opened)
		.replace('%lang%', language)
		.replace('%dir%', DIRECTIONS.get(language)!);
	const asChosen = APPEARANCE_COOKIES.reduce(
		(page, name) => page.replace(`%${name}%`, chosen(name, cookies.get(name))),
		beginning
	);
	const page = html
		.slice(opened + SCRIPT_PLACE.length)
		.replace(STYLE_FILES, '')
		.replace(MARKS, '');
	return `${asChosen}<script>${appearance}</script>${withUsedStyles(page)}`;
}
