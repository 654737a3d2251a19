import { fail, redirect } from '@sveltejs/kit';
import { helperLostForm } from '$lib/domain/helpers/forms.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { answerRefusal } from '$lib/server/accounts/answer-refusal.ts';
import { attempt, SIGNING_IN } from '$lib/server/accounts/attempt.ts';
import { readForm } from '$lib/server/accounts/read-form.ts';
import { sendResetLink } from '$lib/server/helpers/send-reset-link.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => ({ sent: url.searchParams.has('envoye') });

export const actions: Actions = {
	default: async (event) => {
		const data = await event.request.formData();
		const read = readForm(data, helperLostForm, ['contact'], ['contact']);
		if (!read.ok) return fail(400, read.refusal);
		const contact = read.input.contact.address;
		// Never "accepted": asked again and again, the door makes one wait, and says no more than that.
		const answer = await attempt(
			{ door: 'helper-reset', account: contact, source: event.getClientAddress() },
			(tx) => sendResetLink(tx, SIGNING_IN, { contact, locale: getLocale() })
		);
		if (answer.kind === 'wait' || answer.kind === 'busy')
			return answerRefusal(event, answer, read.typed);
		redirect(303, `${localizeHref('/accompagnement/mot-de-passe')}?envoye`);
	}
};
