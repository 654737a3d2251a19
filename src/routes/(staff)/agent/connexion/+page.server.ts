import { fail, redirect } from '@sveltejs/kit';
import { staffForm } from '$lib/domain/accounts/forms.ts';
import { localPath } from '$lib/domain/accounts/local-path.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { answerRefusal } from '$lib/server/accounts/answer-refusal.ts';
import { attempt, SIGNING_IN } from '$lib/server/accounts/attempt.ts';
import { readForm } from '$lib/server/accounts/read-form.ts';
import { currentSecret, setSessionCookie } from '$lib/server/accounts/session-cookie.ts';
import { signInStaff } from '$lib/server/accounts/sign-in-staff.ts';
import type { Actions, PageServerLoad } from './$types';

const FIELDS = ['email', 'motdepasse', 'totp', 'suite'];

export const load: PageServerLoad = ({ locals, url }) => {
	if (locals.actor.kind === 'agent') redirect(303, localizeHref('/agent'));
	return { suite: localPath(url.searchParams.get('suite')) };
};

export const actions: Actions = {
	default: async (event) => {
		const { request, cookies, getClientAddress } = event;
		const read = readForm(await request.formData(), staffForm, FIELDS, ['email']);
		if (!read.ok) return fail(400, read.refusal);
		const { email, motdepasse: password, totp, suite } = read.input;
		const credentials = { email, password, totp, previousSecret: currentSecret(cookies) };
		const answer = await attempt(
			{ door: 'staff', account: email, source: getClientAddress() },
			(tx) => signInStaff(tx, SIGNING_IN, credentials)
		);
		if (answer.kind !== 'accepted') return answerRefusal(event, answer, read.typed);
		setSessionCookie(cookies, answer.value.sessionSecret);
		redirect(303, localPath(suite) ?? localizeHref('/agent'));
	}
};
