import { getLocale } from '$lib/paraglide/runtime.js';
import { linkPath } from '$lib/server/appointments/links.ts';
import { myAppointments, type AppointmentView } from '$lib/server/appointments/queries.ts';
import { now } from '$lib/server/clock.ts';
import { act } from '$lib/server/http.ts';
import { ticketScreen } from '../../../(portal)/rendez-vous/ticket-screen.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
	act(locals, async (tx) => {
		const moment = now();
		const { upcoming, past } = await myAppointments(tx, locals.actor, moment);
		const screen = (view: AppointmentView) => ({
			id: view.row.id,
			path: linkPath(view.row.id),
			ticket: ticketScreen(view, moment, getLocale())
		});
		return { upcoming: upcoming.map(screen), past: past.map(screen) };
	});
