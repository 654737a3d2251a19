import { error, fail, redirect } from '@sveltejs/kit';
import { RuleBroken } from '$lib/domain/errors.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { addKind } from '$lib/server/documents/add-kind.ts';
import { act } from '$lib/server/http.ts';
import { agentOf } from '../../../staff.ts';
import { NEW_KIND, readKind, type KindAnswer } from '../typed-kind.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	if (agentOf(locals).role !== 'head') error(403);
	return { values: NEW_KIND };
};

export const actions: Actions = {
	enregistrer: async ({ locals, request }) => {
		const { values, read } = await readKind(request);
		if ('errors' in read) return fail(422, { values, errors: read.errors } as KindAnswer);
		const kind = read.value;
		try {
			await act(locals, (tx) => addKind(tx, locals.actor, { kind }));
		} catch (cause) {
			if (!(cause instanceof RuleBroken)) throw cause;
			return fail(422, { values, errors: { label_fr: cause.rule } } as KindAnswer);
		}
		redirect(303, `${localizeHref('/agent/pieces/catalogue')}?enregistre`);
	}
};
