import { myRequest } from '$lib/server/applications/my-request.ts';
import { begunDrafts } from '$lib/server/documents/begun-drafts.ts';
import { act } from '$lib/server/http.ts';
import { applicationIdOf } from '$lib/server/applications/access.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { requestScreen } from './request-screen.ts';

export const load = ({ locals }) =>
	act(locals, async (tx) => {
		const request = await myRequest(tx, locals.actor, applicationIdOf(locals.actor));
		const drafts = await begunDrafts(tx, locals.actor, getLocale());
		return { ...requestScreen(request, getLocale()), drafts };
	});
