import { getLocale } from '$lib/paraglide/runtime.js';
import { applicationIdOf } from '$lib/server/applications/access.ts';
import { proposalsOf } from '$lib/server/changes/queries.ts';
import { show } from '$lib/server/http.ts';
import type { PageServerLoad } from './$types';
import { proposalLine } from './proposal-line.ts';

export const load: PageServerLoad = ({ locals }) =>
	show(locals, async (tx) => {
		const asked = await proposalsOf(tx, locals.actor, applicationIdOf(locals.actor));
		return { lines: asked.map((proposal) => proposalLine(proposal, getLocale())) };
	});
