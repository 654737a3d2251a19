import { fail, redirect } from '@sveltejs/kit';
import { localPath } from '$lib/domain/accounts/local-path.ts';
import { helperSignInForm } from '$lib/domain/helpers/forms.ts';
import { localizeHref } from '$lib/paraglide/runtime.js';
import { answerRefusal } from '$lib/server/accounts/answer-refusal.ts';
import { attempt, SIGNING_IN } from '$lib/server/accounts/attempt.ts';
import { readForm } from '$lib/server/accounts/read-form.ts';
import { currentSecret, setSessionCookie } from '$lib/server/accounts/session-cookie.ts';
import { signInHelper } from '$lib/server/accounts/sign-in-helper.ts';
import type { Actions, PageServerLoad } from './$types';

const FIELDS = ['contact', 'motdepasse', 'suite'];

export const load: PageServerLoad = ({ locals, url }) => {
	if (locals.session?.kind === 'helper') redirect(303, localizeHref('/accompagnement'));
	return { suite: localPath(url.searchParams.get('suite')) };
};

export const actions: Actions = {
	default: async (event) => {
		const { request, cookies, getClientAddress } = event;
		const read = readForm(await request.formData(), helperSignInForm, FIELDS, ['contact']);
		if (!read.ok) return fail(400, read.refusal);
		const { contact, motdepasse: password, suite } = read.input;
		const { address } = contact;
		const credentials = { contact: address, password, previousSecret: currentSecret(cookies) };
		const answer = await attempt(
			{ door: 'helper', account: address, source: getClientAddress() },
			(tx) => signInHelper(tx, SIGNING_IN, credentials)
		);
		if (answer.kind !== 'accepted') return answerRefusal(event, answer, read.typed);
		setSessionCookie(cookies, answer.value.sessionSecret);
		redirect(303, localPath(suite) ?? localizeHref('/accompagnement'));
	}
};
