import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { RuleBroken } from '$lib/domain/errors.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { applicationIdOf } from '$lib/server/applications/access.ts';
import { act, show } from '$lib/server/http.ts';
import { answerOffer } from '$lib/server/offers/answer-offer.ts';
import { offerOf } from '$lib/server/offers/queries.ts';
import type { Actions, PageServerLoad } from './$types';
import { offerScreen } from '../offer-screen.ts';
import { AnswerForm } from './answer-form.ts';

const OFFER = '/espace/offre';

/** The answer to confirm, with the offer under it; without a choice, or an offer to answer, back to the offer. */
export const load: PageServerLoad = async ({ locals, url, request }) => {
	const chosen = url.searchParams.get('reponse');
	const found = await show(locals, (tx) =>
		offerOf(tx, locals.actor, applicationIdOf(locals.actor))
	);
	// A refused confirmation is shown with its reason, even where there is nothing left to confirm.
	const isAnswer = request.method === 'POST';
	const isOpen = found?.clock.phase === 'open' && found.id === url.searchParams.get('offre');
	if (!isAnswer && !isOpen) redirect(303, localizeHref(OFFER));
	if (!isAnswer && chosen !== 'oui' && chosen !== 'non')
		redirect(303, `${localizeHref(OFFER)}?choisir`);
	return {
		offer: found && offerScreen(found, getLocale()),
		isOpen,
		refusing: chosen === 'non'
	};
};

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const values = Object.fromEntries(await request.formData()) as Record<string, string>;
		const read = v.safeParse(AnswerForm, values);
		if (!read.success) {
			return fail(400, { outcome: 'invalid' as const, errors: { precisions: 'length' }, values });
		}
		const { offre, reponse, raison, precisions } = read.output;
		const answer = reponse === 'oui' ? 'accept' : 'refuse';
		try {
			await act(locals, (tx) =>
				answerOffer(tx, locals.actor, {
					offerId: offre,
					answer,
					...(raison && { reason: raison }),
					...(precisions && { words: precisions })
				})
			);
		} catch (cause) {
			if (!(cause instanceof RuleBroken)) throw cause;
			const { rule, facts } = cause;
			return fail(409, { outcome: 'rule' as const, rule, facts, errors: {}, values });
		}
		// So that reloading repeats nothing.
		redirect(303, localizeHref(OFFER));
	}
};
