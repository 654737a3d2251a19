import { error, fail, redirect } from '@sveltejs/kit';
import { localised } from '$lib/domain/localised.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { changeReason } from '$lib/server/documents/change-reason.ts';
import { reasonByCode } from '$lib/server/documents/reason-catalogue.ts';
import { act, show } from '$lib/server/http.ts';
import { agentOf } from '../../../staff.ts';
import { readReason, typedReason, type ReasonAnswer } from '../typed-reason.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	if (agentOf(locals).role !== 'head') error(403);
	const reason = await show(locals, (tx) => reasonByCode(tx, locals.actor, params.code));
	return { label: localised(reason.label, getLocale()), values: typedReason(reason) };
};

export const actions: Actions = {
	enregistrer: async ({ locals, params, request }) => {
		const { values, read } = await readReason(request);
		if ('errors' in read) return fail(422, { values, errors: read.errors } as ReasonAnswer);
		const reason = read.value;
		await act(locals, (tx) => changeReason(tx, locals.actor, { code: params.code, reason }));
		redirect(303, `${localizeHref('/agent/pieces/motifs')}?enregistre`);
	}
};
