import { openPage } from '$lib/server/documents/open-page.ts';
import { checkDestination, paperResponse } from '$lib/server/documents/paper-response.ts';
import { vault } from '$lib/server/documents/vault.ts';
import { act } from '$lib/server/http.ts';
import type { RequestHandler } from './$types';

/** The applicant looks at one page of a paper of theirs, sent or being put together. */
export const GET: RequestHandler = async ({ locals, params, request }) => {
	const opened = await act(locals, (tx) => {
		checkDestination(request);
		const number = /^\d{1,3}$/.test(params.numero) ? Number(params.numero) : 0;
		return openPage(tx, locals.actor, { paperId: params.id, number });
	});
	return paperResponse(await vault(), opened);
};

/** SvelteKit would answer it with GET and drop the stream unread. */
export const HEAD: RequestHandler = () =>
	new Response(null, { status: 405, headers: { allow: 'GET' } });
