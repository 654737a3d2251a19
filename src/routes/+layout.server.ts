import { environment } from '$lib/server/environment.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals, url }) => ({
	session: locals.session,
	demo: environment().GUICHET_MODE === 'demo',
	path: url.pathname
});
