import { getLocale } from '$lib/paraglide/runtime.js';
import { icsOf } from '$lib/server/appointments/announce.ts';
import { appointmentFor, firstOf } from '$lib/server/appointments/queries.ts';
import { act } from '$lib/server/http.ts';
import type { RequestHandler } from './$types';

/** The appointment as a calendar file; when it was moved or cancelled meanwhile, the file says so. */
export const GET: RequestHandler = ({ locals, params: { token } }) =>
	act(locals, async (tx) => {
		const view = await appointmentFor(tx, locals.actor, { token });
		return new Response(icsOf(view, await firstOf(tx, view.row.id), getLocale()), {
			headers: {
				'content-type': 'text/calendar; charset=utf-8',
				'content-disposition': 'attachment; filename="rendez-vous.ics"'
			}
		});
	});
