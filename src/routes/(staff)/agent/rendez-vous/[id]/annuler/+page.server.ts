import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { RuleBroken } from '$lib/domain/errors.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { act, show } from '$lib/server/http.ts';
import { visitorAtCounter } from '$lib/server/reception/visitor-at-counter.ts';
import type { Actions, PageServerLoad } from './$types';
import { asking } from '../../../asked.ts';
import { cancelAs, cancelChoices, Cancelling, missingIn } from '../../../cancelling.ts';
import { typedIn } from '../../../demandes/[id]/rendez-vous/asked.ts';
import { visitorVisit } from '../visitor-visit.ts';

export const load: PageServerLoad = ({ locals, params }) =>
	show(locals, async (tx) => {
		const found = await visitorAtCounter(tx, locals.actor, params.id);
		return {
			visit: visitorVisit(found, getLocale()),
			...cancelChoices(found.view.row.state)
		};
	});

export const actions: Actions = {
	default: async ({ locals, params: { id }, request }) => {
		const values = await typedIn(request);
		const read = v.safeParse(Cancelling, values);
		if (!read.success)
			return fail(400, { outcome: 'invalid' as const, errors: missingIn(values), values });
		try {
			await act(locals, async (tx) => {
				await visitorAtCounter(tx, locals.actor, id);
				await cancelAs(tx, locals.actor, id, read.output);
			});
		} catch (cause) {
			if (!(cause instanceof RuleBroken)) throw cause;
			return fail(409, { outcome: 'rule' as const, rule: cause.rule, facts: {}, values });
		}
		redirect(303, asking(localizeHref(`/agent/rendez-vous/${id}`), { fait: 'cancelled' }));
	}
};
