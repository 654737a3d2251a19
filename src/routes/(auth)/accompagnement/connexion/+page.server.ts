import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { localPath } from '$lib/domain/accounts/local-path.ts';
import { RuleBroken } from '$lib/domain/errors.ts';
import { helperCodeForm, helperSignInForm } from '$lib/domain/helpers/forms.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { answerRefusal } from '$lib/server/accounts/answer-refusal.ts';
import { attempt, SIGNING_IN } from '$lib/server/accounts/attempt.ts';
import { confirmHelperCode } from '$lib/server/accounts/confirm-helper-code.ts';
import { knownDevice, rememberDevice } from '$lib/server/accounts/helper-device-cookie.ts';
import { accountInToken } from '$lib/server/accounts/helper-tokens.ts';
import { readForm } from '$lib/server/accounts/read-form.ts';
import { currentSecret, setSessionCookie } from '$lib/server/accounts/session-cookie.ts';
import { signInHelper } from '$lib/server/accounts/sign-in-helper.ts';
import type { Actions, PageServerLoad } from './$types';

const PASSWORD_FIELDS = ['contact', 'motdepasse', 'suite'];
const CODE_FIELDS = ['contact', 'jeton', 'code', 'appareil', 'suite'];

export const load: PageServerLoad = ({ locals, url }) => {
	if (locals.session?.kind === 'helper') redirect(303, localizeHref('/accompagnement'));
	return { suite: localPath(url.searchParams.get('suite')) };
};

export const actions: Actions = {
	// One page, two steps: the second form carries the token that the first one earned.
	default: async (event) => {
		const data = await event.request.formData();
		try {
			return data.has('jeton') ? await giveCode(event, data) : await givePassword(event, data);
		} catch (cause) {
			if (!(cause instanceof RuleBroken)) throw cause;
			const values = { contact: String(data.get('contact') ?? '').slice(0, 254) };
			return fail(422, { outcome: 'rule' as const, rule: cause.rule, facts: {}, values });
		}
	}
};

async function givePassword(event: RequestEvent, data: FormData) {
	const { cookies, getClientAddress } = event;
	const read = readForm(data, helperSignInForm, PASSWORD_FIELDS, ['contact']);
	if (!read.ok) return fail(400, read.refusal);
	const { contact, motdepasse: password, suite } = read.input;
	const credentials = {
		contact: contact.address,
		password,
		device: knownDevice(cookies),
		previousSecret: currentSecret(cookies)
	};
	const answer = await attempt(
		{ door: 'helper', account: contact.address, source: getClientAddress() },
		(tx) => signInHelper(tx, SIGNING_IN, credentials)
	);
	if (answer.kind !== 'accepted') return answerRefusal(event, answer, read.typed);
	if (answer.value.kind === 'code-sent')
		return { outcome: 'code' as const, values: { ...read.typed, jeton: answer.value.token } };
	setSessionCookie(cookies, answer.value.sessionSecret);
	enter(suite);
}

async function giveCode(event: RequestEvent, data: FormData) {
	const { cookies, getClientAddress } = event;
	const read = readForm(data, helperCodeForm, CODE_FIELDS, ['contact', 'jeton']);
	if (!read.ok) return fail(400, read.refusal);
	const { jeton: token, code, appareil, suite } = read.input;
	const input = { token, code, previousSecret: currentSecret(cookies) };
	const account = accountInToken(token) ?? token;
	const answer = await attempt({ door: 'helper-code', account, source: getClientAddress() }, (tx) =>
		confirmHelperCode(tx, SIGNING_IN, input)
	);
	if (answer.kind !== 'accepted') return answerRefusal(event, answer, read.typed);
	setSessionCookie(cookies, answer.value.sessionSecret);
	if (appareil === 'mien') rememberDevice(cookies, answer.value.device);
	enter(suite);
}

function enter(suite: string | undefined): never {
	redirect(303, localPath(suite) ?? localizeHref('/accompagnement'));
}
