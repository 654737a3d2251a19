import { error } from '@sveltejs/kit';
import { getLocale } from '$lib/paraglide/runtime.js';
import { linkPath } from '$lib/server/appointments/links.ts';
import { appointmentFor } from '$lib/server/appointments/queries.ts';
import { today } from '$lib/server/clock.ts';
import { act } from '$lib/server/http.ts';
import { composeAppointment } from '$lib/server/proofs/compose-appointment.ts';
import { proofResponse } from '$lib/server/proofs/proof-response.ts';
import { wordsFor } from '$lib/server/proofs/words.ts';
import type { RequestHandler } from './$types';

/** The slip of an appointment, for whoever has its private link; of one that stands no more there is none. */
export const GET: RequestHandler = async ({ locals, params: { token } }) => {
	const view = await act(locals, (tx) => appointmentFor(tx, locals.actor, { token }));
	if (!['booked', 'arrived', 'called', 'in_interview'].includes(view.row.state)) error(404);
	const proof = composeAppointment(view, today(), wordsFor(getLocale()), linkPath(view.row.id));
	return proofResponse(proof, 'rendez-vous');
};
