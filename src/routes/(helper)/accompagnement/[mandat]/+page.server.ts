import { error } from '@sveltejs/kit';
import { placeOnWay } from '$lib/domain/applications/coming-steps.ts';
import { dateInWords, dayInWords } from '$lib/domain/words.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { helpedRequest, type HelpedRequest } from '$lib/server/helpers/helped-request.ts';
import { peopleHelped } from '$lib/server/helpers/queries.ts';
import { show } from '$lib/server/http.ts';
import type { PageServerLoad } from './$types';
import { helpedScreen, helping } from './helping.ts';

/** The person's first page is open under every mandate; where their request stands, only where they allowed it. */
export const load: PageServerLoad = async ({ locals }) => {
	const { actor } = locals;
	if (actor.kind !== 'helper' || !actor.mandate) error(404);
	if (actor.mandate.rights.includes('status')) {
		return helping(locals, 'view-status', async ({ tx, helper, applicationId, person }) => ({
			person,
			request: statusScreen(await helpedRequest(tx, helper, applicationId))
		}));
	}
	const people = await show(locals, (tx) => peopleHelped(tx, actor));
	const mine = people.find(({ id }) => id === actor.mandate?.id);
	if (!mine) error(404);
	return { person: helpedScreen(actor, mine), request: null };
};

function statusScreen(request: HelpedRequest) {
	const locale = getLocale();
	const { state, uniqueNumber, filedOn, validity, flags, events, coming } = request;
	return {
		state,
		uniqueNumber,
		coming,
		place: placeOnWay(state),
		flags: { priority: flags.priority !== null, dalo: flags.dalo },
		filedOn: dateInWords(filedOn, locale),
		validUntil: dayInWords(validity.validUntil, locale),
		events: events.map((event) => ({
			id: event.id,
			kind: event.kind,
			origin: event.origin,
			author: event.author,
			byHelper: event.recordedBy.startsWith('helper:'),
			day: dateInWords(event.occurredOn, locale),
			datetime: event.occurredOn.toString()
		}))
	};
}
