import { localised } from '$lib/domain/localised.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { reasonCatalogue } from '$lib/server/documents/reason-catalogue.ts';
import { show } from '$lib/server/http.ts';
import { agentOf } from '../../staff.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const locale = getLocale();
	const reasons = await show(locals, (tx) => reasonCatalogue(tx, locals.actor));
	return {
		mayEdit: agentOf(locals).role === 'head',
		saved: url.searchParams.has('enregistre'),
		reasons: reasons.map(({ code, label, said, mark, again, active, drawing }) => ({
			id: code,
			label: localised(label, locale),
			said: localised(said, locale),
			mark,
			again,
			active,
			drawing
		}))
	};
};
