import { getLocale } from '$lib/paraglide/runtime.js';
import { linkPath } from '$lib/server/appointments/links.ts';
import { myAppointments, type AppointmentView } from '$lib/server/appointments/queries.ts';
import { now } from '$lib/server/clock.ts';
import { show } from '$lib/server/http.ts';
import { myEntries, myTimeRequests } from '$lib/server/waiting/queries.ts';
import { ticketScreen } from '../../../(portal)/rendez-vous/ticket-screen.ts';
import type { Actions, PageServerLoad } from './$types';
import { waitingActions } from './waiting-actions.ts';
import { entryScreen, requestScreen } from './waiting-screen.ts';

export const load: PageServerLoad = ({ locals, url }) =>
	show(locals, async (tx) => {
		const moment = now();
		const { upcoming, past } = await myAppointments(tx, locals.actor, moment);
		const screen = (view: AppointmentView) => ({
			id: view.row.id,
			path: linkPath(view.row.id),
			ticket: ticketScreen(view, moment, getLocale())
		});
		const entries = await myEntries(tx, locals.actor);
		const requests = await myTimeRequests(tx, locals.actor);
		return {
			upcoming: upcoming.map(screen),
			past: past.map(screen),
			entries: entries.map((entry) => entryScreen(entry, moment, getLocale())),
			requests: requests.map((request) => requestScreen(request, getLocale())),
			done: url.searchParams.get('fait')
		};
	});

export const actions: Actions = waitingActions;
