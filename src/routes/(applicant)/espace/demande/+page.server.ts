import { getLocale } from '$lib/paraglide/runtime.js';
import { applicationIdOf } from '$lib/server/applications/access.ts';
import { registeredFacts } from '$lib/server/applications/registered-facts.ts';
import { proposalsOf } from '$lib/server/changes/queries.ts';
import { territoryCommunes } from '$lib/server/changes/territory-communes.ts';
import { act } from '$lib/server/http.ts';
import { factsScreen } from './facts-screen.ts';

export const load = ({ locals }) =>
	act(locals, async (tx) => {
		const applicationId = applicationIdOf(locals.actor);
		const facts = await registeredFacts(tx, locals.actor, applicationId);
		const proposals = await proposalsOf(tx, locals.actor, applicationId);
		const communes = await territoryCommunes(tx);
		return factsScreen({ facts, communes, locale: getLocale() }, proposals);
	});
