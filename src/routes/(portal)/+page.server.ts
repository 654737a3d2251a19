import { getLocale } from '$lib/paraglide/runtime.js';
import { begunDrafts } from '$lib/server/documents/begun-drafts.ts';
import { show } from '$lib/server/http.ts';
import type { PageServerLoad } from './$types';

/**
 * An application installed on a phone starts again here when the camera made the phone close it: whoever is signed in
 * finds the document they had begun.
 */
export const load: PageServerLoad = async ({ locals }) => {
	if (locals.actor.kind !== 'applicant') return { drafts: [] };
	return { drafts: await show(locals, (tx) => begunDrafts(tx, locals.actor, getLocale())) };
};
