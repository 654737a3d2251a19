import { error, fail, redirect } from '@sveltejs/kit';
import { RuleBroken } from '$lib/domain/errors.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { addReason } from '$lib/server/documents/add-reason.ts';
import { act } from '$lib/server/http.ts';
import { agentOf } from '../../../staff.ts';
import { NEW_REASON, readReason, type ReasonAnswer } from '../typed-reason.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	if (agentOf(locals).role !== 'head') error(403);
	return { values: NEW_REASON };
};

export const actions: Actions = {
	enregistrer: async ({ locals, request }) => {
		const { values, read } = await readReason(request);
		if ('errors' in read) return fail(422, { values, errors: read.errors } as ReasonAnswer);
		const reason = read.value;
		try {
			await act(locals, (tx) => addReason(tx, locals.actor, { reason }));
		} catch (cause) {
			if (!(cause instanceof RuleBroken)) throw cause;
			return fail(422, { values, errors: { label_fr: cause.rule } } as ReasonAnswer);
		}
		redirect(303, `${localizeHref('/agent/pieces/motifs')}?enregistre`);
	}
};
