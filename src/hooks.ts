import type { Reroute, Transport } from '@sveltejs/kit';
import { deLocalizeUrl } from '$lib/paraglide/runtime.js';

/** `/en/guichets` and `/ar/guichets` are the same route as `/guichets`, in another language. */
export const reroute: Reroute = ({ url }) => {
	const path = deLocalizeUrl(url).pathname;
	// One address for people and programs (surface): the format is asked for in the query.
	return path === '/demo/messages' && url.searchParams.get('format') === 'json'
		? `${path}.json`
		: path;
};

/**
 * SvelteKit writes what a page is made of a second time, for a client that takes the page up again: no page here has one
 * (`csr = false`, tests/architecture.test.ts). What a page's own transport carries SvelteKit does not walk through, a
 * twentieth of the time an answer takes; this one carries everything, and nobody is at the other end.
 */
export const transport: Transport = {
	nowhere: {
		encode: (value) => typeof value === 'object' && value !== null,
		decode: (value) => value
	}
};
