import { fail, redirect } from '@sveltejs/kit';
import { confirmForm } from '$lib/domain/accounts/forms.ts';
import { localPath } from '$lib/domain/accounts/local-path.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { answerRefusal } from '$lib/server/accounts/answer-refusal.ts';
import { attempt } from '$lib/server/accounts/attempt.ts';
import { confirmPassword } from '$lib/server/accounts/confirm-password.ts';
import { readForm } from '$lib/server/accounts/read-form.ts';
import { currentSecret } from '$lib/server/accounts/session-cookie.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => ({
	suite: localPath(url.searchParams.get('suite'))
});

export const actions: Actions = {
	default: async (event) => {
		const { request, cookies, locals, getClientAddress } = event;
		const read = readForm(await request.formData(), confirmForm, ['motdepasse', 'suite'], []);
		if (!read.ok) return fail(400, read.refusal);
		const { actor } = locals;
		const sessionSecret = currentSecret(cookies);
		if (actor.kind !== 'applicant' || !sessionSecret) redirect(303, localizeHref('/connexion'));
		const { accountId } = actor;
		const input = { accountId, password: read.input.motdepasse, sessionSecret };
		const answer = await attempt(
			{ door: 'password', account: accountId, source: getClientAddress() },
			(tx) => confirmPassword(tx, actor, input)
		);
		if (answer.kind !== 'accepted') return answerRefusal(event, answer, {});
		redirect(303, localPath(read.input.suite) ?? localizeHref('/espace'));
	}
};
