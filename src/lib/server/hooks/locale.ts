import { AsyncLocalStorage } from 'node:async_hooks';
import type { Handle } from '@sveltejs/kit';
import { building } from '$app/environment';
import {
	overwriteServerAsyncLocalStorage,
	shouldRedirect,
	type Locale
} from '../../paraglide/runtime.js';
import { filled } from './page.ts';

/** Where the messages look for the language of the request that they are written for. */
const spoken = new AsyncLocalStorage<{ locale?: Locale; origin?: string }>();
overwriteServerAsyncLocalStorage(spoken);

/**
 * Language from the address, writing direction from the language, appearance from the person's choice. Paraglide's own
 * middleware does the same on a copy of the request; the copy holds what is sent a second time, forty megabytes of a
 * paper as well.
 *
 * The page travels to the hook that sends it (send.ts) beside SvelteKit, which would read it letter by letter for an
 * `etag`, encode it and wrap it, for the next hook to unwrap: a tenth of the time an answer takes.
 */
export const locale: Handle = async ({ event, resolve }) => {
	const { request, url, cookies, locals } = event;
	const { locale: language, redirectUrl } = await shouldRedirect({ request });
	if (redirectUrl && request.headers.get('sec-fetch-dest') === 'document') {
		return new Response(null, { status: 307, headers: { location: redirectUrl.href } });
	}
	const transformPageChunk = ({ html }: { html: string }) => {
		const page = filled(html, language, cookies);
		if (building) return page.toString();
		locals.page = page;
		return '';
	};
	// Style sheets are written into the page itself (style-sheets.ts): not to be fetched as well.
	return spoken.run({ locale: language, origin: url.origin }, () =>
		resolve(event, { transformPageChunk, preload: () => false })
	);
};
