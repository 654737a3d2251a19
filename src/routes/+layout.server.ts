import { environment } from '$lib/server/environment.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ cookies, locals, url }) => ({
	session: locals.session && {
		kind: locals.session.kind,
		label: locals.session.label,
		person: locals.session.phone?.person ?? null,
		own: locals.session.phone?.device === 'own'
	},
	demo: environment().GUICHET_MODE === 'demo',
	path: url.pathname,
	appearance: {
		theme: cookies.get('theme') ?? 'system',
		taille: cookies.get('taille') ?? 'normale',
		contraste: cookies.get('contraste') ?? 'normal'
	}
});
