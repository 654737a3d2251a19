import { copyResponse } from '$lib/server/documents/copy-response.ts';
import { openCopy } from '$lib/server/documents/open-copy.ts';
import { checkDestination } from '$lib/server/documents/paper-response.ts';
import { vault } from '$lib/server/documents/vault.ts';
import { act } from '$lib/server/http.ts';
import type { RequestHandler } from './$types';

/** An agent takes the copy of a paper that goes to SNE: more than a look, hence a line of its own in the journal. */
export const GET: RequestHandler = async ({ locals, params, request }) => {
	const opened = await act(locals, (tx) => {
		checkDestination(request);
		return openCopy(tx, locals.actor, { paperId: params.id });
	});
	return copyResponse(await vault(), opened);
};

/** SvelteKit would answer it with GET and drop the stream unread. */
export const HEAD: RequestHandler = () =>
	new Response(null, { status: 405, headers: { allow: 'GET' } });
