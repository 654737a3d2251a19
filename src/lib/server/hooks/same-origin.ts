import type { Handle } from '@sveltejs/kit';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Where the phone itself posts: its "share" has no page behind it, so its origin is "null" (W3C, Web Share Target). */
const FROM_THE_PHONE = '/(applicant)/espace/pieces/partage';

/**
 * SvelteKit refuses forms of other sites. It must let the origin "null" through for the phone's share; here it is
 * refused everywhere else, and there too unless the browser says that no site asked for it: `Sec-Fetch-Site: none` is
 * written by the browser and by no page (W3C, Fetch Metadata).
 */
export const sameOrigin: Handle = ({ event, resolve }) => {
	const { headers, method } = event.request;
	if (SAFE.has(method) || headers.get('origin') !== 'null') return resolve(event);
	const shared = event.route.id === FROM_THE_PHONE && headers.get('sec-fetch-site') === 'none';
	return shared ? resolve(event) : new Response('Forbidden', { status: 403 });
};
