import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { RuleBroken } from '$lib/domain/errors.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { linkToken } from '$lib/server/appointments/links.ts';
import { appointmentFor } from '$lib/server/appointments/queries.ts';
import { now } from '$lib/server/clock.ts';
import type { Tx } from '$lib/server/db/unit-of-work.ts';
import { act, show } from '$lib/server/http.ts';
import { joinByLink } from '$lib/server/waiting/join-by-link.ts';
import { entryOf, leaveByLink } from '$lib/server/waiting/leave-by-link.ts';
import type { Actions, PageServerLoad } from './$types';
import { readWithHalfDays } from '../../liste-attente/read-half-days.ts';
import { waitScreen } from '../../liste-attente/wait-screen.ts';
import { broken } from '../broken.ts';
import { ticketScreen } from '../ticket-screen.ts';

/** The private page of an appointment: whoever has the link sees it. Looking changes nothing. */
export const load: PageServerLoad = ({ locals, params: { token }, url }) =>
	show(locals, async (tx) => {
		const view = await appointmentFor(tx, locals.actor, { token });
		const present = linkToken(view.row.id);
		// The link of an old message: the appointment has moved since.
		if (view.row.movedFromId && present !== token)
			redirect(303, localizeHref(`/rendez-vous/${present}`));
		const entry = await entryOf(tx, view.row);
		return {
			token,
			// Led here instead of to a second appointment for the same motive.
			isSecond: url.searchParams.has('deja'),
			done: url.searchParams.get('fait'),
			ticket: ticketScreen(view, now(), getLocale()),
			wait: entry && waitScreen(entry, now(), getLocale())
		};
	});

type Event = Pick<RequestEvent, 'locals'> & { params: { token: string } };

/** Does it, then shows the page again with what was done; a rule that refuses is said on the page. */
async function then(
	{ locals, params: { token } }: Event,
	done: string,
	work: (tx: Tx) => Promise<unknown>
) {
	const answer = await broken(act(locals, work));
	if (!(answer instanceof RuleBroken))
		redirect(303, `${localizeHref(`/rendez-vous/${token}`)}?fait=${done}`);
	return fail(422, { outcome: 'rule' as const, rule: answer.rule, facts: {}, values: {} });
}

export const actions: Actions = {
	/** "Prévenez-moi si une place se libère avant." */
	attendre: async (event) => {
		const { halfDays } = readWithHalfDays(await event.request.formData(), []);
		const { token } = event.params;
		return then(event, 'attente', (tx) =>
			joinByLink(tx, event.locals.actor, { key: { token }, halfDays })
		);
	},
	quitter: async (event) => {
		if ([...(await event.request.formData()).keys()].length > 0) error(400);
		const { token } = event.params;
		return then(event, 'quitte', (tx) => leaveByLink(tx, event.locals.actor, { token }));
	}
};
