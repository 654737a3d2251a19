import type { Handle } from '@sveltejs/kit';

/**
 * A form sent by a program that accepts anything (any type, or nothing said) is answered as a browser's: a page
 * with its status. SvelteKit would answer 200 with its own JSON, meant for its client, which our pages do not ship.
 */
export const plainForms: Handle = ({ event, resolve }) => {
	const accept = event.request.headers.get('accept');
	if (event.request.method === 'POST' && (accept === null || accept.trim() === '*/*')) {
		const headers = new Headers(event.request.headers);
		headers.set('accept', 'text/html');
		event.request = new Request(event.request, { headers });
	}
	return resolve(event);
};
