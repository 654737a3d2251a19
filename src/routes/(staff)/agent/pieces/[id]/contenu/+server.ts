import { openClean } from '$lib/server/documents/open-clean.ts';
import { checkDestination, paperResponse } from '$lib/server/documents/paper-response.ts';
import { vault } from '$lib/server/documents/vault.ts';
import { act } from '$lib/server/http.ts';
import type { RequestHandler } from './$types';

/** An agent reads a paper; the journal says so before the first byte. */
export const GET: RequestHandler = async ({ locals, params, request }) => {
	const opened = await act(locals, (tx) => {
		checkDestination(request);
		return openClean(tx, locals.actor, { paperId: params.id });
	});
	return paperResponse(await vault(), opened);
};

/** SvelteKit would answer it with GET and drop the stream unread. */
export const HEAD: RequestHandler = () =>
	new Response(null, { status: 405, headers: { allow: 'GET' } });
