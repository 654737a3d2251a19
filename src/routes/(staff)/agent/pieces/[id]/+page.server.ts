import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { RuleBroken } from '$lib/domain/errors.ts';
import { localised } from '$lib/domain/localised.ts';
import { dateInWords, inParis } from '$lib/domain/words.ts';
import { getLocale, localizeHref } from '$lib/paraglide/runtime.js';
import { acceptPaper } from '$lib/server/documents/accept-paper.ts';
import { askAgain } from '$lib/server/documents/ask-again.ts';
import { viewPaper } from '$lib/server/documents/view-paper.ts';
import { act } from '$lib/server/http.ts';
import type { Tx } from '$lib/server/db/unit-of-work.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const locale = getLocale();
	const paper = await act(locals, (tx) => viewPaper(tx, locals.actor, { paperId: params.id }));
	return {
		paper: {
			...paper,
			label: localised(paper.label, locale),
			explanation: localised(paper.explanation, locale),
			who: [paper.firstName, paper.lastName].filter(Boolean).join(' '),
			receivedAt: dateInWords(inParis(paper.receivedAt).day, locale)
		}
	};
};

const AGAIN = v.strictObject({
	motif: v.optional(v.pipe(v.string(), v.maxLength(40)), ''),
	message: v.optional(v.pipe(v.string(), v.maxLength(2_000)), '')
});

export const actions: Actions = {
	accepter: async ({ locals, params }) =>
		decide(locals, 'accepte', {}, (tx) => acceptPaper(tx, locals.actor, { paperId: params.id })),
	redemander: async ({ locals, params, request }) => {
		const read = v.safeParse(AGAIN, Object.fromEntries(await request.formData()));
		const values = read.success ? read.output : { motif: '', message: '' };
		return decide(locals, 'redemande', values, (tx) =>
			askAgain(tx, locals.actor, { paperId: params.id, reason: values.motif, note: values.message })
		);
	}
};

/** Does it and goes back to the queue; a rule that refuses comes back to this page with what was typed. */
async function decide(
	locals: App.Locals,
	done: string,
	values: { motif?: string; message?: string },
	work: (tx: Tx) => Promise<void>
) {
	try {
		await act(locals, work);
	} catch (cause) {
		if (!(cause instanceof RuleBroken)) throw cause;
		return fail(422, { outcome: 'rule' as const, rule: cause.rule, facts: cause.facts, values });
	}
	redirect(303, `${localizeHref('/agent/pieces')}?fait=${done}`);
}
