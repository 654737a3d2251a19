import { getLocale } from '$lib/paraglide/runtime.js';
import { applicationIdOf } from '$lib/server/applications/access.ts';
import { show } from '$lib/server/http.ts';
import { offerOf } from '$lib/server/offers/queries.ts';
import { offerScreen } from './offer-screen.ts';

export const load = ({ locals, url }) =>
	show(locals, async (tx) => {
		const offer = await offerOf(tx, locals.actor, applicationIdOf(locals.actor));
		return {
			offer: offer && offerScreen(offer, getLocale()),
			unchosen: url.searchParams.has('choisir')
		};
	});
