import { fail, redirect } from '@sveltejs/kit';
import { codeWords, factName } from '$lib/components/score-words.ts';
import { NotFound, RuleBroken } from '$lib/domain/errors.ts';
import { localised } from '$lib/domain/localised.ts';
import { FACT_CODES, measureOf } from '$lib/domain/score/measures.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { act, show } from '$lib/server/http.ts';
import { requireGridEditor } from '$lib/server/score/access.ts';
import { gridById } from '$lib/server/score/grids.ts';
import { proofLabels } from '$lib/server/score/request-score.ts';
import { setCriterion } from '$lib/server/score/set-criterion.ts';
import type { Actions, PageServerLoad } from './$types';
import { asking } from '../../../../asked.ts';
import { readCriterion, typedCriterion } from './criterion-form.ts';

const NEW = 'nouveau';

export const load: PageServerLoad = ({ locals, params }) =>
	show(locals, async (tx) => {
		requireGridEditor(locals.actor);
		const grid = await gridById(tx, locals.actor, params.id);
		const locale = getLocale();
		const position = grid.criteria.findIndex(({ code }) => code === params.code);
		const criterion = grid.criteria[position];
		if (!criterion && params.code !== NEW) throw new NotFound('criterion');
		return {
			gridId: grid.id,
			name: localised(grid.title, locale),
			isNew: !criterion,
			typed: criterion
				? typedCriterion(criterion, position)
				: { position: String(grid.criteria.length + 1), from: '1', every: '1' },
			facts: FACT_CODES.map((value) => ({ value, label: factName(value) })),
			codes: FACT_CODES.flatMap((fact) =>
				(measureOf(fact).codes ?? []).map((code) => ({
					value: `${fact} ${code}`,
					label: `${factName(fact)}\u00a0: ${codeWords(fact, [code])[0] ?? code}`
				}))
			),
			proofs: [...(await proofLabels(tx))].map(([value, label]) => ({
				value,
				label: localised(label, locale)
			}))
		};
	});

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const { typed, criterion, position, wrong } = readCriterion(
			await request.formData(),
			params.code,
			NEW
		);
		if (!criterion) return fail(422, { rule: 'criterion-field', fields: wrong, values: typed });
		const input = { gridId: params.id, criterion, position, isNew: params.code === NEW };
		try {
			await act(locals, (tx) => setCriterion(tx, locals.actor, input));
		} catch (cause) {
			if (!(cause instanceof RuleBroken)) throw cause;
			return fail(422, { rule: cause.rule, fields: [], values: typed });
		}
		redirect(303, asking(localizeHref(`/agent/cotation/${params.id}`), { enregistre: '1' }));
	}
};
