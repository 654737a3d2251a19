import type { Reroute } from '@sveltejs/kit';
import { deLocalizeUrl } from '$lib/paraglide/runtime.js';

/** `/en/guichets` and `/ar/guichets` are the same route as `/guichets`, in another language. */
export const reroute: Reroute = ({ url }) => {
	const path = deLocalizeUrl(url).pathname;
	// One address for people and programs (surface): the format is asked for in the query.
	return path === '/demo/messages' && url.searchParams.get('format') === 'json'
		? `${path}.json`
		: path;
};
