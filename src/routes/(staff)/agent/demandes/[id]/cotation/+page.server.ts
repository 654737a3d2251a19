import { error, fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { scoreLines } from '$lib/components/score-lines.ts';
import { pointsWords, signWords } from '$lib/components/score-words.ts';
import { RuleBroken } from '$lib/domain/errors.ts';
import { localised } from '$lib/domain/localised.ts';
import { dateInWords } from '$lib/domain/words.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { today } from '$lib/server/clock.ts';
import { act, show } from '$lib/server/http.ts';
import { endRecognition } from '$lib/server/score/end-recognition.ts';
import { recogniseSituation } from '$lib/server/score/recognise-situation.ts';
import { viewScore } from '$lib/server/score/view-score.ts';
import type { Actions, PageServerLoad } from './$types';
import { Ended, Recognised } from './recognition-form.ts';

type Score = NonNullable<Awaited<ReturnType<typeof viewScore>>['found']>;

export const load: PageServerLoad = ({ locals, params, url }) =>
	show(locals, async (tx) => {
		const locale = getLocale();
		const file = await viewScore(tx, locals.actor, { applicationId: params.id });
		const name = [file.holder?.lastName?.toLocaleUpperCase('fr'), file.holder?.firstName];
		return {
			id: params.id,
			name: name.filter(Boolean).join(' '),
			uniqueNumber: file.uniqueNumber,
			score: file.found && scoreOf(file.found, locale),
			recognitions: file.recognitions.map(({ id, kind, since, author, endedOn }) => ({
				id,
				kind,
				author,
				since: dateInWords(since, locale),
				endedOn: endedOn && dateInWords(endedOn, locale)
			})),
			today: today().toString(),
			done: url.searchParams.has('fait')
		};
	});

function scoreOf({ score, grid, proofs, signs }: Score, locale: string) {
	return {
		total: score.total === null ? null : pointsWords(score.total, locale),
		computedOn: dateInWords(score.computedFor, locale),
		grid: {
			title: localised(grid.title, locale),
			source: grid.source,
			isExample: grid.isExample,
			startsOn: grid.startsOn ? dateInWords(grid.startsOn, locale) : ''
		},
		lines: scoreLines(score.lines, grid.criteria, proofs, locale),
		signs: signs.map(signWords)
	};
}

export const actions: Actions = {
	reconnaitre: async ({ locals, params, request }) => {
		const values = Object.fromEntries(await request.formData()) as Record<string, string>;
		const read = v.safeParse(Recognised, values);
		if (!read.success) {
			const field = String(read.issues[0].path?.[0]?.key ?? '');
			return fail(400, { rule: `recognition-${field}`, values });
		}
		const { situation: kind, depuis: since, organisme: author } = read.output;
		try {
			await act(locals, (tx) =>
				recogniseSituation(tx, locals.actor, { applicationId: params.id, kind, since, author })
			);
		} catch (cause) {
			if (!(cause instanceof RuleBroken)) throw cause;
			return fail(422, { rule: cause.rule, values });
		}
		redirect(303, `${localizeHref(`/agent/demandes/${params.id}/cotation`)}?fait`);
	},
	terminer: async ({ locals, params, request }) => {
		const read = v.safeParse(Ended, Object.fromEntries(await request.formData()));
		if (!read.success) error(400);
		const { reconnaissance: id } = read.output;
		await act(locals, (tx) => endRecognition(tx, locals.actor, { applicationId: params.id, id }));
		redirect(303, `${localizeHref(`/agent/demandes/${params.id}/cotation`)}?fait`);
	}
};
