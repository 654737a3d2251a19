import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { RuleBroken } from '$lib/domain/errors.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { applicationIdOf } from '$lib/server/applications/access.ts';
import { myPaper } from '$lib/server/documents/my-paper.ts';
import { nameShared } from '$lib/server/documents/name-shared.ts';
import { paperKinds, papersOfRequest } from '$lib/server/documents/queries.ts';
import { act, show } from '$lib/server/http.ts';
import { papersScreen } from '../../papers-screen.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	show(locals, async (tx) => {
		// A stranger's document is 404 before anything is shown.
		await myPaper(tx, locals.actor, { paperId: params.id });
		const papers = await papersOfRequest(tx, locals.actor, applicationIdOf(locals.actor));
		const screen = papersScreen(papers, [], await paperKinds(tx), getLocale());
		const first = screen.sections.flatMap(({ toSend }) => toSend)[0];
		return {
			kinds: screen.kinds,
			people: screen.people,
			kind: first?.kinds[0]?.value,
			person: first?.personId
		};
	});

const SAID = v.strictObject({
	piece: v.pipe(v.string(), v.nonEmpty(), v.maxLength(60)),
	personne: v.union([v.literal(''), v.pipe(v.string(), v.uuid())])
});

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const read = v.safeParse(SAID, Object.fromEntries(await request.formData()));
		if (!read.success) return fail(422, { rule: 'paper-unknown-kind' });
		const { piece: category, personne } = read.output;
		const input = { paperId: params.id, category, personId: personne || null };
		try {
			await act(locals, (tx) => nameShared(tx, locals.actor, input));
		} catch (cause) {
			if (!(cause instanceof RuleBroken)) throw cause;
			return fail(422, { rule: cause.rule });
		}
		redirect(303, localizeHref(`/espace/pieces/${params.id}`));
	}
};
