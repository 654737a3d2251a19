import { AsyncLocalStorage } from 'node:async_hooks';
import type { Handle } from '@sveltejs/kit';
import { appearance } from '../../client/appearance.js';
import {
	getTextDirection,
	overwriteServerAsyncLocalStorage,
	shouldRedirect,
	type Locale
} from '../../paraglide/runtime.js';

/** Where the messages look for the language of the request that they are written for. */
const spoken = new AsyncLocalStorage<{ locale?: Locale; origin?: string }>();
overwriteServerAsyncLocalStorage(spoken);

/** What a person may choose, by the cookie that keeps it; the first is how a page is without a choice. */
const CHOICES = {
	theme: ['system', 'light', 'dark'],
	taille: ['normale', 'grande', 'enorme'],
	contraste: ['normal', 'fort']
} as const;
const NAMES = Object.keys(CHOICES) as (keyof typeof CHOICES)[];

/**
 * Beside each style that it writes into the page SvelteKit names the file it came from, for a client of its own that no
 * page here has: a dozen lines of nothing.
 */
const STYLE_FILES = /<link [^>]*disabled media="\(max-width: 0\)">\s*/g;

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
		resolve(event, {
			transformPageChunk: ({ html }) => {
				const written = html
					.replace('%lang%', language)
					.replace('%dir%', getTextDirection(language))
					.replace('<!--appearance-->', `<script>${appearance}</script>`)
					.replace(STYLE_FILES, '');
				return NAMES.reduce(
					(page, name) => page.replace(`%${name}%`, chosen(name, cookies.get(name))),
					written
				);
			}
		})
	);
};

function chosen(name: keyof typeof CHOICES, kept: string | undefined): string {
	const choices: readonly string[] = CHOICES[name];
	return kept !== undefined && choices.includes(kept) ? kept : choices[0]!;
}
