import { error, fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { RuleBroken } from '$lib/domain/errors.ts';
import { localised } from '$lib/domain/localised.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { appointmentFor } from '$lib/server/appointments/queries.ts';
import { act, show } from '$lib/server/http.ts';
import { appointmentOfPerson } from '$lib/server/reception/person-at-counter.ts';
import type { Actions, PageServerLoad } from './$types';
import { asking } from '../../../../asked.ts';
import { cancelAs, cancelChoices, Cancelling, missingIn } from '../../../../cancelling.ts';
import { typedIn } from '../asked.ts';
import { visitScreen } from '../person-screen.ts';

const idIn = (url: URL) => {
	const rdv = url.searchParams.get('rdv');
	if (!rdv) error(404);
	return rdv;
};

export const load: PageServerLoad = ({ locals, params, url }) =>
	show(locals, async (tx) => {
		const { id } = await appointmentOfPerson(tx, locals.actor, params.id, idIn(url));
		const view = await appointmentFor(tx, locals.actor, { id });
		return {
			id: params.id,
			rdv: id,
			...visitScreen(view.row.startsAt, getLocale()),
			motive: localised(view.motive.label, getLocale()),
			counter: view.counter.name,
			...cancelChoices(view.row.state)
		};
	});

export const actions: Actions = {
	default: async ({ locals, params, request, url }) => {
		const id = idIn(url);
		const values = await typedIn(request);
		const read = v.safeParse(Cancelling, values);
		if (!read.success)
			return fail(400, { outcome: 'invalid' as const, errors: missingIn(values), values });
		try {
			await act(locals, async (tx) => {
				await appointmentOfPerson(tx, locals.actor, params.id, id);
				await cancelAs(tx, locals.actor, id, read.output);
			});
		} catch (cause) {
			if (!(cause instanceof RuleBroken)) throw cause;
			return fail(409, { outcome: 'rule' as const, rule: cause.rule, facts: {}, values });
		}
		const back = localizeHref(`/agent/demandes/${params.id}/rendez-vous`);
		redirect(303, asking(back, { fait: 'cancelled' }));
	}
};
