import { error, fail, redirect } from '@sveltejs/kit';
import { RuleBroken } from '$lib/domain/errors.ts';
import { dayInWords, hourInWords, inParis } from '$lib/domain/words.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { linkPath } from '$lib/server/appointments/links.ts';
import { now } from '$lib/server/clock.ts';
import { act, show } from '$lib/server/http.ts';
import { acceptOffer } from '$lib/server/waiting/accept-offer.ts';
import { declineOffer } from '$lib/server/waiting/decline-offer.ts';
import { offerFor } from '$lib/server/waiting/queries.ts';
import type { Actions, PageServerLoad } from './$types';
import { broken } from '../../rendez-vous/broken.ts';
import { ticketScreen } from '../../rendez-vous/ticket-screen.ts';

/** The private page of an offered place: whoever has the link answers. Looking changes nothing. */
export const load: PageServerLoad = ({ locals, params: { token }, setHeaders }) => {
	setHeaders({ 'cache-control': 'private, no-store' });
	return show(locals, async (tx) => {
		const locale = getLocale();
		const { phase, expiresAt, place, current, visitorAppointmentId } = await offerFor(tx, token);
		const at = (moment: Temporal.Instant) => {
			const { day, time } = inParis(moment);
			return { day: dayInWords(day, locale), hour: hourInWords(time, locale) };
		};
		return {
			phase,
			until: at(expiresAt),
			ticket: ticketScreen(place, now(), locale),
			current: current && { ...at(current.row.startsAt), place: current.counter.name },
			see: phase === 'accepted' ? linkPath(place.row.id) : null,
			/** What they have: in their space, or, without one, on the private page of the appointment. */
			mine: visitorAppointmentId ? linkPath(visitorAppointmentId) : '/espace/rendez-vous'
		};
	});
};

/** A form of buttons: nothing but what the button says. */
async function only(request: Request, ...names: string[]): Promise<FormData> {
	const data = await request.formData();
	if ([...data.keys()].some((name) => !names.includes(name))) error(400);
	return data;
}

export const actions: Actions = {
	/** Accepting again leads to the same appointment. */
	accepter: async ({ locals, params: { token }, request }) => {
		await only(request);
		const answer = await broken(act(locals, (tx) => acceptOffer(tx, locals.actor, { token })));
		if (!(answer instanceof RuleBroken))
			redirect(303, localizeHref(`/rendez-vous/${answer.token}`));
		return fail(409, { outcome: 'rule' as const, rule: answer.rule, facts: {}, values: {} });
	},
	refuser: async ({ locals, params: { token }, request }) => {
		const data = await only(request, 'quitter');
		const input = { token, leave: data.get('quitter') === 'oui' };
		const answer = await broken(act(locals, (tx) => declineOffer(tx, locals.actor, input)));
		if (!(answer instanceof RuleBroken)) redirect(303, localizeHref(`/liste-attente/${token}`));
		return fail(409, { outcome: 'rule' as const, rule: answer.rule, facts: {}, values: {} });
	}
};
