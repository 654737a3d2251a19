import { redirect } from '@sveltejs/kit';
import { getLocale, localizeHref } from '$lib/paraglide/runtime.js';
import { linkToken } from '$lib/server/appointments/links.ts';
import { appointmentFor } from '$lib/server/appointments/queries.ts';
import { now } from '$lib/server/clock.ts';
import { act } from '$lib/server/http.ts';
import type { PageServerLoad } from './$types';
import { ticketScreen } from '../ticket-screen.ts';

/** The private page of an appointment: whoever has the link sees it. Looking changes nothing. */
export const load: PageServerLoad = ({ locals, params: { token }, url }) =>
	act(locals, async (tx) => {
		const view = await appointmentFor(tx, locals.actor, { token });
		const present = linkToken(view.row.id);
		// The link of an old message: the appointment has moved since.
		if (view.row.movedFromId && present !== token)
			redirect(303, localizeHref(`/rendez-vous/${present}`));
		// Led here instead of to a second appointment for the same motive.
		const isSecond = url.searchParams.has('deja');
		return { token, isSecond, ticket: ticketScreen(view, now(), getLocale()) };
	});
