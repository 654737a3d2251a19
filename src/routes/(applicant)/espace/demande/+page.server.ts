import { getLocale } from '$lib/paraglide/runtime.js';
import { applicationIdOf } from '$lib/server/applications/access.ts';
import { eventsOf } from '$lib/server/applications/queries.ts';
import { registeredFacts } from '$lib/server/applications/registered-facts.ts';
import { proposalsOf } from '$lib/server/changes/queries.ts';
import { territoryCommunes } from '$lib/server/changes/territory-communes.ts';
import { show } from '$lib/server/http.ts';
import { factsScreen } from './facts-screen.ts';

export const load = ({ locals }) =>
	show(locals, async (tx) => {
		const applicationId = applicationIdOf(locals.actor);
		const facts = await registeredFacts(tx, locals.actor, applicationId);
		const proposals = await proposalsOf(tx, locals.actor, applicationId);
		const communes = await territoryCommunes(tx);
		const events = await eventsOf(tx, applicationId);
		const renewed = events.find(({ kind }) => kind === 'renewed');
		const renewal = renewed ? { origin: renewed.origin, statedOn: renewed.occurredOn } : null;
		return factsScreen({ facts, communes, renewal, locale: getLocale() }, proposals);
	});
