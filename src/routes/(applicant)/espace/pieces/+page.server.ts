import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { RuleBroken } from '$lib/domain/errors.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { applicationIdOf } from '$lib/server/applications/access.ts';
import { myDrafts } from '$lib/server/documents/my-drafts.ts';
import { paperKinds, papersOfRequest } from '$lib/server/documents/queries.ts';
import { sendingFigures } from '$lib/server/documents/sending-limits.ts';
import { startDraft } from '$lib/server/documents/start-draft.ts';
import { act, show } from '$lib/server/http.ts';
import type { Actions, PageServerLoad } from './$types';
import { papersScreen } from './papers-screen.ts';
import { takeSentForm } from './send-form.ts';

export const load: PageServerLoad = ({ locals, url }) =>
	show(locals, async (tx) => {
		const [papers, drafts, kinds, figures] = await Promise.all([
			papersOfRequest(tx, locals.actor, applicationIdOf(locals.actor)),
			myDrafts(tx, locals.actor),
			paperKinds(tx),
			sendingFigures(tx)
		]);
		return {
			...papersScreen(papers, drafts, kinds, getLocale()),
			...figures,
			done: {
				sent: url.searchParams.get('recu'),
				deleted: url.searchParams.has('supprime'),
				givenUp: url.searchParams.has('abandonne')
			}
		};
	});

const BEGIN = v.strictObject({
	piece: v.pipe(v.string(), v.nonEmpty(), v.maxLength(60)),
	personne: v.union([v.literal(''), v.pipe(v.string(), v.uuid())]),
	envoi: v.pipe(v.string(), v.uuid())
});

export const actions: Actions = {
	commencer: async ({ locals, request }) => {
		const values = Object.fromEntries(await request.formData());
		const read = v.safeParse(BEGIN, values);
		if (!read.success) return refusal('paper-unknown-kind');
		const { piece: category, personne, envoi: sendingId } = read.output;
		const input = { category, personId: personne || null, sendingId };
		let paperId: string;
		try {
			({ paperId } = await act(locals, (tx) => startDraft(tx, locals.actor, input)));
		} catch (cause) {
			if (!(cause instanceof RuleBroken)) throw cause;
			return refusal(cause.rule, { piece: category, personne });
		}
		redirect(303, localizeHref(`/espace/pieces/${paperId}`));
	},
	envoyer: async (event) => {
		const { fields, taken, refused } = await takeSentForm(event);
		if (!refused) redirect(303, `${localizeHref('/espace/pieces')}?recu=${taken.paperId}`);
		const [piece, personne] = [fields.get('piece'), fields.get('personne')];
		return refusal(refused.rule, { cle: 'fichier', piece, personne });
	}
};

type Values = { cle?: string; piece?: string | undefined; personne?: string | undefined };

const refusal = (rule: string, values: Values = {}) =>
	fail(422, { outcome: 'rule' as const, rule, facts: {}, values });
