import type { Cookies } from '@sveltejs/kit';
import { appearance } from '../../client/appearance.js';
import { getTextDirection, locales, type Locale } from '../../paraglide/runtime.js';
import { APPEARANCE_COOKIES, chosen } from './appearance.ts';
import { bytesOf, piecesOf } from './pieces.ts';
import { withUsedStyles } from './used-styles.ts';

const DIRECTIONS = new Map(locales.map((each) => [each, getTextDirection(each)]));
const SCRIPT_PLACE = '<!--appearance-->';

/**
 * The page as it leaves: what the template leaves open is filled in, what is kept is put where it stands. What the
 * template leaves open stands in the head: the rest of a page is long, and looked at once.
 */
export function filled(html: string, language: Locale, cookies: Cookies): Buffer<ArrayBuffer> {
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
	const body = piecesOf(html.slice(headEnds));
	const head = withUsedStyles(html.slice(opened + SCRIPT_PLACE.length, headEnds), body);
	return bytesOf([`${asChosen}<script>${appearance}</script>`, ...head, ...body]);
}
