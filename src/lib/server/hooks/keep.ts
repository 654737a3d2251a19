import { building } from '$app/environment';
import type { Handle, RequestEvent } from '@sveltejs/kit';
import { SESSION_COOKIE } from '../accounts/session-cookie.ts';
import { APPEARANCE_COOKIES, chosen } from './appearance.ts';
import { encodingFor } from './send.ts';

/**
 * Pages that ask the database nothing and say the same to everybody who is not signed in. They cannot be built once, for
 * they greet whoever is.
 */
const KEPT = new Set(['/(portal)']);

/** In every language and appearance, as it travels: a few megabytes at the most. */
const MOST = 200;
type Page = { body: ArrayBuffer; headers: Headers };
const pages = new Map<string, Page>();

/** Such a page is made, and compressed, once a process; an unchanged one still costs a 304. */
export const keep: Handle = async ({ event, resolve }) => {
	const key = building ? null : keyOf(event);
	if (key === null) return resolve(event);
	const known = pages.get(key);
	if (known) return answerOf(known);
	const response = await resolve(event);
	if (response.status !== 200 || response.headers.has('set-cookie')) return response;
	const page = { body: await response.arrayBuffer(), headers: response.headers };
	if (pages.size >= MOST) pages.clear();
	pages.set(key, page);
	return answerOf(page);
};

/** A copy of the headers: SvelteKit writes its own into those of an answer. */
const answerOf = ({ body, headers }: Page) => new Response(body, { headers: new Headers(headers) });

/** All that such a page depends on; null when it is not one, or somebody may be signed in. */
function keyOf({ request, route, url, cookies }: RequestEvent): string | null {
	const isOne = request.method === 'GET' && url.search === '' && KEPT.has(route.id ?? '');
	if (!isOne || cookies.get(SESSION_COOKIE) !== undefined) return null;
	const appearance = APPEARANCE_COOKIES.map((name) => chosen(name, cookies.get(name)));
	return [url.pathname, encodingFor(request), ...appearance].join(' ');
}
