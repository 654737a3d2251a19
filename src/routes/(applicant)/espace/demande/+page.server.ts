import { getLocale } from '$lib/paraglide/runtime.js';
import { applicationIdOf } from '$lib/server/applications/access.ts';
import { registeredFacts } from '$lib/server/applications/registered-facts.ts';
import { act } from '$lib/server/http.ts';
import { factsScreen } from './facts-screen.ts';

export const load = ({ locals }) =>
	act(locals, async (tx) => {
		const facts = await registeredFacts(tx, locals.actor, applicationIdOf(locals.actor));
		return factsScreen(facts, getLocale());
	});
