import { myRequest } from '$lib/server/applications/my-request.ts';
import { localised } from '$lib/domain/localised.ts';
import { myDrafts } from '$lib/server/documents/my-drafts.ts';
import { act } from '$lib/server/http.ts';
import { applicationIdOf } from '$lib/server/applications/access.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { requestScreen } from './request-screen.ts';

export const load = ({ locals }) =>
	act(locals, async (tx) => {
		const request = await myRequest(tx, locals.actor, applicationIdOf(locals.actor));
		const drafts = (await myDrafts(tx, locals.actor)).map(({ id, label, files }) => ({
			id,
			label: localised(label, getLocale()),
			files
		}));
		return { ...requestScreen(request, getLocale()), drafts };
	});
