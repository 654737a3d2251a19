import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { SECTIONS } from '$lib/domain/changes/kinds.ts';
import { RuleBroken } from '$lib/domain/errors.ts';
import { SECTION_ANSWERS } from '$lib/domain/renewals/answers.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { answerSections } from '$lib/server/renewals/answer-sections.ts';
import { act } from '$lib/server/http.ts';
import type { Actions, PageServerLoad } from './$types';
import { loadRenewal } from './load-renewal.ts';

export const load: PageServerLoad = ({ locals }) => loadRenewal(locals);

const Answers = v.strictObject(
	v.entriesFromList([...SECTIONS], v.optional(v.picklist(SECTION_ANSWERS)))
);

export const actions: Actions = {
	/** Keeps the answers; goes on when every part has one, shows what is left otherwise. */
	default: async ({ locals, request }) => {
		const read = v.safeParse(Answers, Object.fromEntries(await request.formData()));
		if (!read.success) return refused('renewal-unsettled', {});
		try {
			await act(locals, (tx) => answerSections(tx, locals.actor, { answers: read.output }));
		} catch (cause) {
			if (!(cause instanceof RuleBroken)) throw cause;
			return refused(cause.rule, cause.facts);
		}
		const { unsettled } = await loadRenewal(locals);
		if (unsettled.length > 0) return refused('renewal-unsettled', {});
		redirect(303, localizeHref('/espace/renouvellement/confirmer'));
	}
};

function refused(rule: string, facts: Readonly<Record<string, string | number>>) {
	return fail(422, { outcome: 'rule' as const, rule, facts, values: {} });
}
