import { fail, redirect } from '@sveltejs/kit';
import { RuleBroken } from '$lib/domain/errors.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { act } from '$lib/server/http.ts';
import { confirmRenewal } from '$lib/server/renewals/confirm-renewal.ts';
import { loadRenewal } from '../load-renewal.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const screen = await loadRenewal(locals);
	if (screen.stage !== 'open' || screen.unsettled.length > 0)
		redirect(303, localizeHref('/espace/renouvellement'));
	return screen;
};

export const actions: Actions = {
	default: async ({ locals }) => {
		try {
			await act(locals, (tx) => confirmRenewal(tx, locals.actor));
		} catch (cause) {
			if (!(cause instanceof RuleBroken)) throw cause;
			const { rule, facts } = cause;
			return fail(422, { outcome: 'rule' as const, rule, facts, values: {} });
		}
		redirect(303, localizeHref('/espace/renouvellement'));
	}
};
