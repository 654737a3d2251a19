import { error } from '@sveltejs/kit';
import { openPage } from '$lib/server/documents/open-page.ts';
import { checkDestination, paperResponse } from '$lib/server/documents/paper-response.ts';
import { vault } from '$lib/server/documents/vault.ts';
import { act } from '$lib/server/http.ts';
import type { RequestHandler } from './$types';

/** An agent looks at one page of a paper; the journal says so before the first byte. */
export const GET: RequestHandler = async ({ locals, params, request }) => {
	if (!/^[1-9]\d{0,2}$/.test(params.number)) error(404);
	const number = Number(params.number);
	const opened = await act(locals, (tx) => {
		checkDestination(request);
		return openPage(tx, locals.actor, { paperId: params.id, number });
	});
	return paperResponse(await vault(), opened);
};

/** SvelteKit would answer it with GET and drop the stream unread. */
export const HEAD: RequestHandler = () =>
	new Response(null, { status: 405, headers: { allow: 'GET' } });
