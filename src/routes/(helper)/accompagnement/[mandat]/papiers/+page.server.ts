import { fail, redirect } from '@sveltejs/kit';
import { localised } from '$lib/domain/localised.ts';
import { dateInWords, inParis } from '$lib/domain/words.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { paperKinds, papersOfRequest } from '$lib/server/documents/queries.ts';
import { sendingFigures } from '$lib/server/documents/sending-limits.ts';
import { papersSentBy } from '$lib/server/helpers/queries.ts';
import { papersScreen } from '../../../../(applicant)/espace/pieces/papers-screen.ts';
import { takeSentForm } from '../../../../(applicant)/espace/pieces/send-form.ts';
import { helping } from '../helping.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
	helping(locals, 'view-papers', async ({ tx, helper, applicationId, person }) => {
		const locale = getLocale();
		const [papers, kinds, mine, { limits }] = await Promise.all([
			papersOfRequest(tx, helper, applicationId),
			paperKinds(tx),
			papersSentBy(tx, helper, applicationId),
			sendingFigures(tx)
		]);
		// What others sent is not theirs to see: only what is missing, and what they sent themselves.
		const screen = papersScreen({ ...papers, sent: [] }, [], kinds, locale);
		return {
			person,
			screen,
			limits,
			mine: mine.map(({ id, label, state, receivedAt }) => ({
				id,
				label: localised(label, locale),
				state,
				day: dateInWords(inParis(receivedAt).day, locale)
			})),
			sent: url.searchParams.has('recu')
		};
	});

export const actions: Actions = {
	envoyer: async (event) => {
		const { fields, refused } = await takeSentForm(event);
		if (!refused)
			redirect(303, `${localizeHref(`/accompagnement/${event.params.mandat}/papiers`)}?recu`);
		const values = { piece: fields.get('piece'), personne: fields.get('personne') };
		return fail(422, { outcome: 'rule' as const, rule: refused.rule, facts: {}, values });
	}
};
