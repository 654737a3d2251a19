import { fail, redirect } from '@sveltejs/kit';
import { RuleBroken } from '$lib/domain/errors.ts';
import { getLocale, localizeHref } from '$lib/paraglide/runtime.js';
import { applicationIdOf } from '$lib/server/applications/access.ts';
import { paperKinds, papersOfRequest } from '$lib/server/documents/queries.ts';
import { removeKept } from '$lib/server/documents/sealed-objects.ts';
import { vault } from '$lib/server/documents/vault.ts';
import { withdrawPaper } from '$lib/server/documents/withdraw-paper.ts';
import { act } from '$lib/server/http.ts';
import type { Actions, PageServerLoad } from './$types';
import { papersScreen } from './papers-screen.ts';
import { takeSentForm } from './send-form.ts';

export const load: PageServerLoad = ({ locals, url }) =>
	act(locals, async (tx) => {
		const papers = await papersOfRequest(tx, locals.actor, applicationIdOf(locals.actor));
		const screen = papersScreen(papers, await paperKinds(tx), getLocale());
		return {
			...screen,
			done: { sent: url.searchParams.get('recu'), deleted: url.searchParams.has('supprime') }
		};
	});

export const actions: Actions = {
	envoyer: async (event) => {
		const { fields, taken, refused } = await takeSentForm(event);
		if (!refused) redirect(303, `${localizeHref('/espace/pieces')}?recu=${taken.paperId}`);
		const values = {
			cle: fields.get('cle'),
			piece: fields.get('piece'),
			personne: fields.get('personne')
		};
		return fail(422, {
			outcome: 'rule' as const,
			rule: refused.rule,
			facts: refused.facts,
			values
		});
	},
	supprimer: async ({ locals, request }) => {
		const paperId = String((await request.formData()).get('id') ?? '');
		try {
			const { storageKeys } = await act(locals, (tx) =>
				withdrawPaper(tx, locals.actor, { paperId })
			);
			await removeKept((await vault()).store, storageKeys);
		} catch (cause) {
			if (!(cause instanceof RuleBroken)) throw cause;
			return fail(422, {
				outcome: 'rule' as const,
				rule: cause.rule,
				facts: cause.facts,
				values: {}
			});
		}
		redirect(303, `${localizeHref('/espace/pieces')}?supprime`);
	}
};
