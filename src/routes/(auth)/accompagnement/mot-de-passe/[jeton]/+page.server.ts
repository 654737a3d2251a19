import { fail, redirect } from '@sveltejs/kit';
import { RuleBroken } from '$lib/domain/errors.ts';
import { helperResetForm } from '$lib/domain/helpers/forms.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { SIGNING_IN } from '$lib/server/accounts/attempt.ts';
import { readForm } from '$lib/server/accounts/read-form.ts';
import { currentSecret, setSessionCookie } from '$lib/server/accounts/session-cookie.ts';
import { unitOfWork } from '$lib/server/db/unit-of-work.ts';
import { resetPassword } from '$lib/server/helpers/reset-password.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async ({ request, params, cookies }) => {
		const read = readForm(await request.formData(), helperResetForm, ['motdepasse'], []);
		if (!read.ok) return fail(400, read.refusal);
		const input = {
			token: params.jeton,
			password: read.input.motdepasse,
			previousSecret: currentSecret(cookies)
		};
		try {
			const chosen = await unitOfWork(SIGNING_IN, (tx) => resetPassword(tx, SIGNING_IN, input));
			setSessionCookie(cookies, chosen.sessionSecret);
		} catch (cause) {
			if (!(cause instanceof RuleBroken)) throw cause;
			const { rule } = cause;
			if (rule === 'reset-over')
				return fail(422, { outcome: 'rule' as const, rule, facts: {}, values: {} });
			return fail(422, { outcome: 'invalid' as const, errors: { motdepasse: rule }, values: {} });
		}
		redirect(303, localizeHref('/accompagnement'));
	}
};
