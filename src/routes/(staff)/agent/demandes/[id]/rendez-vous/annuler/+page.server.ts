import { error, fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { ServiceReasonSchema } from '$lib/domain/appointments/service-cancellation.ts';
import { actionsFrom } from '$lib/domain/appointments/states.ts';
import { RuleBroken } from '$lib/domain/errors.ts';
import { localised } from '$lib/domain/localised.ts';
import { getLocale, localizeHref } from '$lib/paraglide/runtime.js';
import { cancelAppointment } from '$lib/server/appointments/cancel-appointment.ts';
import { cancelByService } from '$lib/server/appointments/cancel-by-service.ts';
import { appointmentFor } from '$lib/server/appointments/queries.ts';
import { act } from '$lib/server/http.ts';
import { appointmentOfPerson } from '$lib/server/reception/person-at-counter.ts';
import type { Actions, PageServerLoad } from './$types';
import { asking } from '../../../../asked.ts';
import { typedIn } from '../asked.ts';
import { visitScreen } from '../person-screen.ts';

const idIn = (url: URL) => {
	const rdv = url.searchParams.get('rdv');
	if (!rdv) error(404);
	return rdv;
};

export const load: PageServerLoad = ({ locals, params, url }) =>
	act(locals, async (tx) => {
		const { id } = await appointmentOfPerson(tx, locals.actor, params.id, idIn(url));
		const view = await appointmentFor(tx, locals.actor, { id });
		const possible = actionsFrom(view.row.state, 'agent');
		return {
			id: params.id,
			rdv: id,
			...visitScreen(view.row.startsAt, getLocale()),
			motive: localised(view.motive.label, getLocale()),
			counter: view.counter.name,
			forPerson: possible.includes('cancel'),
			byService: possible.includes('cancel-by-service')
		};
	});

const Answer = v.variant('qui', [
	v.strictObject({ qui: v.literal('person'), raison: v.optional(v.string()) }),
	v.strictObject({ qui: v.literal('service'), raison: ServiceReasonSchema })
]);

export const actions: Actions = {
	default: async ({ locals, params, request, url }) => {
		const id = idIn(url);
		const values = await typedIn(request);
		const read = v.safeParse(Answer, values);
		if (!read.success) {
			const field = ['person', 'service'].includes(values['qui'] ?? '') ? 'raison' : 'qui';
			return fail(400, { outcome: 'invalid' as const, errors: { [field]: 'choose' }, values });
		}
		const answer = read.output;
		try {
			await act(locals, async (tx) => {
				await appointmentOfPerson(tx, locals.actor, params.id, id);
				if (answer.qui === 'person') await cancelAppointment(tx, locals.actor, { id });
				else await cancelByService(tx, locals.actor, { id, reason: answer.raison });
			});
		} catch (cause) {
			if (!(cause instanceof RuleBroken)) throw cause;
			return fail(409, { outcome: 'rule' as const, rule: cause.rule, errors: {}, values });
		}
		const back = localizeHref(`/agent/demandes/${params.id}/rendez-vous`);
		redirect(303, asking(back, { fait: 'cancelled' }));
	}
};
