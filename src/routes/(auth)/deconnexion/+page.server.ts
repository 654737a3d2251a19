import { redirect } from '@sveltejs/kit';
import { localizeHref } from '$lib/localize-href.ts';
import { clearSessionCookie, currentSecret } from '$lib/server/accounts/session-cookie.ts';
import { signOut } from '$lib/server/accounts/sign-out.ts';
import { act } from '$lib/server/http.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	if (!locals.session) redirect(303, localizeHref('/'));
	return { stay: localizeHref(HOME[locals.session.kind]) };
};

const HOME = { agent: '/agent', applicant: '/espace', helper: '/accompagnement' };

export const actions: Actions = {
	default: async ({ locals, cookies, setHeaders }) => {
		const secret = currentSecret(cookies);
		if (secret) await act(locals, (tx) => signOut(tx, locals.actor, { secret }));
		clearSessionCookie(cookies);
		// The next person at this device finds nothing: caches, offline copies, the worker (ASVS 5.0 14.3.1).
		setHeaders({ 'clear-site-data': '"cache", "storage"' });
		redirect(303, localizeHref('/'));
	}
};
