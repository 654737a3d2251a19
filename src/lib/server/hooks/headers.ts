import { building, dev } from '$app/environment';
import type { Handle } from '@sveltejs/kit';
import { SECURITY_HEADERS } from '../security-headers.ts';

/** What a signed-in person sees must stay neither in the browser's history cache nor in a proxy. */
const PRIVATE = /^\/\((applicant|helper|staff|auth)\)\/|rendez-vous/;

/**
 * Security headers on every answer, whatever its status; `no-store` on everything personal. The built application says
 * the first as each request begins (scripts/serve.ts), on what no hook sees as well.
 */
export const headers: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	if (building) return response;
	if (dev) {
		for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.headers.set(name, value);
	}
	if (event.url.protocol === 'https:') {
		response.headers.set('strict-transport-security', 'max-age=63072000; includeSubDomains');
	}
	if (event.locals.session || PRIVATE.test(event.route.id ?? '')) {
		response.headers.set('cache-control', 'private, no-store');
		response.headers.delete('etag');
	}
	return response;
};
