import { getLocale } from '$lib/paraglide/runtime.js';
import { applicationIdOf } from '$lib/server/applications/access.ts';
import { registeredFacts } from '$lib/server/applications/registered-facts.ts';
import { territoryCommunes } from '$lib/server/changes/territory-communes.ts';
import { show } from '$lib/server/http.ts';
import { myRenewal } from '$lib/server/renewals/my-renewal.ts';
import { renewalScreen } from './renewal-screen.ts';

/** The renewal of whoever is signed in, as its two pages show it. */
export function loadRenewal(locals: App.Locals) {
	return show(locals, async (tx) => {
		const applicationId = applicationIdOf(locals.actor);
		const [renewal, facts, communes] = await Promise.all([
			myRenewal(tx, locals.actor, applicationId),
			registeredFacts(tx, locals.actor, applicationId),
			territoryCommunes(tx)
		]);
		return renewalScreen(renewal, facts, communes, getLocale());
	});
}
