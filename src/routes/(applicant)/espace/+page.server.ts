import { myRequest } from '$lib/server/applications/my-request.ts';
import { begunDrafts } from '$lib/server/documents/begun-drafts.ts';
import { show } from '$lib/server/http.ts';
import { applicationIdOf } from '$lib/server/applications/access.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { requestScreen } from './request-screen.ts';

export const load = ({ locals }) =>
	show(locals, async (tx) => {
		const [request, drafts] = await Promise.all([
			myRequest(tx, locals.actor, applicationIdOf(locals.actor)),
			begunDrafts(tx, locals.actor, getLocale())
		]);
		return { ...requestScreen(request, getLocale()), drafts };
	});
