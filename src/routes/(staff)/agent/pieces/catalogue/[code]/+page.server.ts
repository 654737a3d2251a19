import { error, fail, redirect } from '@sveltejs/kit';
import { RuleBroken } from '$lib/domain/errors.ts';
import { localised } from '$lib/domain/localised.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { changeKind } from '$lib/server/documents/change-kind.ts';
import { kindByCode } from '$lib/server/documents/kind-by-code.ts';
import { act, show } from '$lib/server/http.ts';
import { agentOf } from '../../../staff.ts';
import { readKind, typedKind, type KindAnswer } from '../typed-kind.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	if (agentOf(locals).role !== 'head') error(403);
	const kind = await show(locals, (tx) => kindByCode(tx, locals.actor, params.code));
	return { label: localised(kind.label, getLocale()), values: typedKind(kind) };
};

export const actions: Actions = {
	enregistrer: async ({ locals, params, request }) => {
		const { values, read } = await readKind(request);
		if ('errors' in read) return fail(422, { values, errors: read.errors } as KindAnswer);
		const kind = read.value;
		try {
			await act(locals, (tx) => changeKind(tx, locals.actor, { code: params.code, kind }));
		} catch (cause) {
			if (!(cause instanceof RuleBroken)) throw cause;
			return fail(422, { values, errors: { level: cause.rule } } as KindAnswer);
		}
		redirect(303, `${localizeHref('/agent/pieces/catalogue')}?enregistre`);
	}
};
