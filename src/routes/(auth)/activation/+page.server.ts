import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { choiceForm, codeForm } from '$lib/domain/accounts/forms.ts';
import { RuleBroken } from '$lib/domain/errors.ts';
import type { FormOutcome } from '$lib/domain/form-outcome.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { activateAccount, type ActivationInput } from '$lib/server/accounts/activate-account.ts';
import { answerRefusal } from '$lib/server/accounts/answer-refusal.ts';
import { attemptSpending, SIGNING_IN } from '$lib/server/accounts/attempt.ts';
import { checkActivationCode, spendCodeTry } from '$lib/server/accounts/check-activation-code.ts';
import { readForm } from '$lib/server/accounts/read-form.ts';
import { currentSecret, setSessionCookie } from '$lib/server/accounts/session-cookie.ts';
import { unitOfWork } from '$lib/server/db/unit-of-work.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	if (locals.actor.kind === 'applicant') redirect(303, localizeHref('/espace'));
};

export const actions: Actions = {
	// One page, two steps: the second form carries the token that the first one earned.
	default: async (event) => {
		const data = await event.request.formData();
		return data.has('jeton') ? choosePassword(event, data) : checkCode(event, data);
	}
};

async function checkCode(event: RequestEvent, data: FormData) {
	const read = readForm(data, codeForm, ['numero', 'code'], ['numero']);
	if (!read.ok) return fail(400, read.refusal);
	const { numero: number, code } = read.input;
	const answer = await attemptSpending(
		{ door: 'code', account: number, source: event.getClientAddress() },
		(tx) => spendCodeTry(tx, number),
		(tx, spent) => checkActivationCode(tx, SIGNING_IN, { code, spent })
	);
	if (answer.kind !== 'accepted') return answerRefusal(event, answer, read.typed);
	return { outcome: 'choose' as const, values: { numero: number, jeton: answer.value.token } };
}

async function choosePassword({ cookies }: RequestEvent, data: FormData) {
	const fields = ['numero', 'jeton', 'motdepasse', 'repetition'];
	const read = readForm(data, choiceForm, fields, ['numero', 'jeton']);
	if (!read.ok) return fail(400, read.refusal);
	const { jeton: token, motdepasse: password } = read.input;
	const previousSecret = currentSecret(cookies);
	const chosen = await tryChoice({ token, password, locale: getLocale(), previousSecret });
	if (chosen instanceof RuleBroken) return fail(422, brokenChoice(chosen.rule, read.typed));
	setSessionCookie(cookies, chosen.sessionSecret);
	redirect(303, localizeHref('/espace'));
}

async function tryChoice(input: ActivationInput) {
	try {
		return await unitOfWork(SIGNING_IN, (tx) => activateAccount(tx, SIGNING_IN, input));
	} catch (cause) {
		if (cause instanceof RuleBroken) return cause;
		throw cause;
	}
}

/** A weak password is a fault of that field, and the step stays; otherwise one starts again with the code. */
function brokenChoice(rule: string, values: { numero?: string; jeton?: string }): FormOutcome {
	if (rule !== 'activation-ended')
		return { outcome: 'invalid', errors: { motdepasse: rule }, values };
	return { outcome: 'rule', rule, facts: {}, values: { numero: values.numero } };
}
