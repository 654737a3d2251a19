import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { RuleBroken } from '$lib/domain/errors.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { cancelAppointment, REASON_LENGTH } from '$lib/server/appointments/cancel-appointment.ts';
import { appointmentFor } from '$lib/server/appointments/queries.ts';
import { now } from '$lib/server/clock.ts';
import { act, show } from '$lib/server/http.ts';
import type { Actions, PageServerLoad } from './$types';
import { fieldsOf } from '../../asked.ts';
import { broken } from '../../broken.ts';
import { ticketScreen } from '../../ticket-screen.ts';

export const load: PageServerLoad = ({ locals, params: { token } }) =>
	show(locals, async (tx) => {
		const view = await appointmentFor(tx, locals.actor, { token });
		return { token, longest: REASON_LENGTH, ticket: ticketScreen(view, now(), getLocale()) };
	});

const Cancelling = v.strictObject({
	raison: v.optional(v.pipe(v.string(), v.maxLength(2_000)), '')
});

export const actions: Actions = {
	default: async ({ locals, params: { token }, request }) => {
		const read = v.safeParse(Cancelling, await fieldsOf(request));
		if (!read.success) return fail(400, { outcome: 'invalid' as const, errors: {}, values: {} });
		const input = { token, reason: read.output.raison };
		const answer = await broken(act(locals, (tx) => cancelAppointment(tx, locals.actor, input)));
		if (!(answer instanceof RuleBroken)) redirect(303, localizeHref(`/rendez-vous/${token}`));
		return fail(409, {
			outcome: 'rule' as const,
			rule: answer.rule,
			facts: answer.facts,
			values: {}
		});
	}
};
