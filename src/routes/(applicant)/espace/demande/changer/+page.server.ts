import { CHANGE_RULES, kindsOfSection, SECTIONS } from '$lib/domain/changes/kinds.ts';
import { isOpen } from '$lib/domain/changes/states.ts';
import { applicationIdOf } from '$lib/server/applications/access.ts';
import { proposalsOf } from '$lib/server/changes/queries.ts';
import { show } from '$lib/server/http.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
	show(locals, async (tx) => {
		const asked = await proposalsOf(tx, locals.actor, applicationIdOf(locals.actor));
		const open = new Set(asked.filter(({ state }) => isOpen(state)).map(({ kind }) => kind));
		return {
			sections: SECTIONS.map((section) => ({
				section,
				kinds: kindsOfSection(section).map((kind) => ({
					kind,
					slug: CHANGE_RULES[kind].slug,
					isOpen: open.has(kind)
				}))
			}))
		};
	});
