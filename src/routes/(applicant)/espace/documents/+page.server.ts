import { getLocale } from '$lib/paraglide/runtime.js';
import { applicationIdOf } from '$lib/server/applications/access.ts';
import { show } from '$lib/server/http.ts';
import { proofFacts } from '$lib/server/proofs/proof-facts.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
	show(locals, async (tx) => {
		const { available } = await proofFacts(tx, locals.actor, applicationIdOf(locals.actor));
		return { available, locale: getLocale() };
	});
