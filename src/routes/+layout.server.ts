import { environment } from '$lib/server/environment.ts';
import { chosen } from '$lib/server/hooks/appearance.ts';
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
		theme: chosen('theme', cookies.get('theme')),
		taille: chosen('taille', cookies.get('taille')),
		contraste: chosen('contraste', cookies.get('contraste'))
	}
});
