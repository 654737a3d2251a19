import { fail, redirect } from '@sveltejs/kit';
import { DEVICE_CHOICES } from '$lib/domain/accounts/devices.ts';
import { signInForm } from '$lib/domain/accounts/forms.ts';
import { localPath } from '$lib/domain/accounts/local-path.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { answerRefusal } from '$lib/server/accounts/answer-refusal.ts';
import { attempt, SIGNING_IN } from '$lib/server/accounts/attempt.ts';
import { readForm } from '$lib/server/accounts/read-form.ts';
import { currentSecret, setSessionCookie } from '$lib/server/accounts/session-cookie.ts';
import { signInApplicant } from '$lib/server/accounts/sign-in-applicant.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	if (locals.actor.kind === 'applicant') redirect(303, localizeHref('/espace'));
	return { suite: localPath(url.searchParams.get('suite')) };
};

export const actions: Actions = {
	default: async (event) => {
		const { request, cookies, getClientAddress } = event;
		const read = readForm(
			await request.formData(),
			signInForm,
			['numero', 'motdepasse', 'appareil', 'suite'],
			['numero', 'appareil']
		);
		if (!read.ok) return fail(400, read.refusal);
		const { numero: number, motdepasse: password, appareil, suite } = read.input;
		const device = appareil && DEVICE_CHOICES[appareil];
		const credentials = { number, password, previousSecret: currentSecret(cookies), device };
		const answer = await attempt(
			{ door: 'password', account: number, source: getClientAddress() },
			(tx) => signInApplicant(tx, SIGNING_IN, credentials)
		);
		if (answer.kind !== 'accepted') return answerRefusal(event, answer, read.typed);
		setSessionCookie(cookies, answer.value.sessionSecret, device);
		redirect(303, localPath(suite) ?? localizeHref('/espace'));
	}
};
