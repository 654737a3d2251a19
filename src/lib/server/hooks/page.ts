import type { Cookies } from '@sveltejs/kit';
import { appearance } from '../../client/appearance.js';
import { getTextDirection, locales, type Locale } from '../../paraglide/runtime.js';
import { APPEARANCE_COOKIES, chosen } from './appearance.ts';
import { withUsedStyles } from './used-styles.ts';

const DIRECTIONS = new Map(locales.map((each) => [each, getTextDirection(each)]));
const SCRIPT_PLACE = '<!--appearance-->';

/**
 * Beside each style that it writes into the page SvelteKit names the file it came from, for a client of its own that no
 * page here has: a dozen lines of nothing.
 */
const STYLE_FILES = /<link [^>]*disabled media="\(max-width: 0\)">\s*/g;

/**
 * The page as it leaves: what the template leaves open is filled in. All of it stands in the head: the rest of a page
 * is long, and looked at once.
 */
export function filled(html: string, language: Locale, cookies: Cookies): string {
	const opened = html.indexOf(SCRIPT_PLACE);
	const headEnds = html.indexOf('</head>', opened);
	const beginning = html
		.slice(0, opened)
		.replace('%lang%', language)
		.replace('%dir%', DIRECTIONS.get(language)!);
	const asChosen = APPEARANCE_COOKIES.reduce(
		(page, name) => page.replace(`%${name}%`, chosen(name, cookies.get(name))),
		beginning
	);
	const head = html.slice(opened + SCRIPT_PLACE.length, headEnds).replace(STYLE_FILES, '');
	const body = html.slice(headEnds);
	return `${asChosen}<script>${appearance}</script>${withUsedStyles(head, body)}${body}`;
}
