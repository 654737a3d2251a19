import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { passwordFault } from '$lib/domain/accounts/password.ts';
import { phoneInWords } from '$lib/domain/appointments/visitor-phone.ts';
import { RuleBroken } from '$lib/domain/errors.ts';
import { acceptanceForm, returnForm } from '$lib/domain/helpers/forms.ts';
import { lastDayBefore } from '$lib/domain/helpers/mandate.ts';
import { dayInWords } from '$lib/domain/words.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { answerRefusal } from '$lib/server/accounts/answer-refusal.ts';
import { attempt, SIGNING_IN } from '$lib/server/accounts/attempt.ts';
import { readForm } from '$lib/server/accounts/read-form.ts';
import { currentSecret, setSessionCookie } from '$lib/server/accounts/session-cookie.ts';
import { acceptInvitation, type AcceptanceInput } from '$lib/server/helpers/accept-invitation.ts';
import { declineInvitation } from '$lib/server/helpers/decline-invitation.ts';
import { findInvitation } from '$lib/server/helpers/find-invitation.ts';
import { linkHashOf } from '$lib/server/helpers/link.ts';
import { act } from '$lib/server/http.ts';
import type { Actions, PageServerLoad } from './$types';

type Event = RequestEvent<{ secret: string }>;

const invitationOf = ({ locals, params }: Pick<Event, 'locals' | 'params'>) =>
	act(locals, (tx) => findInvitation(tx, locals.actor, { secret: params.secret }));

export const load: PageServerLoad = async (event) => {
	const { state, rights, endsAt, contact, hasAccount } = await invitationOf(event);
	// Whoever comes back by an old link learns nothing of what it once opened.
	if (state !== 'invited') return { state, invitation: null };
	const until = dayInWords(lastDayBefore(endsAt), getLocale());
	return { state, invitation: { rights, until, contact: phoneInWords(contact), hasAccount } };
};

export const actions: Actions = {
	accepter: (event) => accept(event),
	refuser: async ({ locals, params }) => {
		try {
			await act(locals, (tx) => declineInvitation(tx, locals.actor, params));
		} catch (cause) {
			if (!(cause instanceof RuleBroken)) throw cause;
		}
		redirect(303, localizeHref(`/accompagnement/invitation/${params.secret}`));
	}
};

async function accept(event: Event) {
	const { contact, hasAccount } = await invitationOf(event);
	const data = await event.request.formData();
	const fields = ['famille', 'nom', 'motdepasse'];
	const read = hasAccount
		? readForm(data, returnForm, fields, ['famille'])
		: readForm(data, acceptanceForm, fields, ['famille', 'nom']);
	if (!read.ok) return fail(400, read.refusal);
	const { famille: family, motdepasse: password } = read.input;
	const fault = hasAccount ? null : passwordFault(password, contact);
	if (fault)
		return fail(422, {
			outcome: 'invalid' as const,
			errors: { motdepasse: fault },
			values: read.typed
		});
	const name = 'nom' in read.input ? String(read.input.nom) : null;
	return finish(event, { family, name, password }, read.typed);
}

type Typed = Pick<AcceptanceInput, 'family' | 'name' | 'password'>;

async function finish(event: Event, typed: Typed, values: Partial<Record<string, string>>) {
	const { cookies, params } = event;
	const input = {
		...typed,
		secret: params.secret,
		locale: getLocale(),
		previousSecret: currentSecret(cookies)
	};
	// The link is what is tried: whoever has it and does not know the person is stopped after a few tries.
	const account = linkHashOf(params.secret);
	try {
		const answer = await attempt(
			{ door: 'invitation', account, source: event.getClientAddress() },
			(tx) => acceptInvitation(tx, SIGNING_IN, input)
		);
		if (answer.kind !== 'accepted') return answerRefusal(event, answer, values);
		setSessionCookie(cookies, answer.value.sessionSecret);
	} catch (cause) {
		if (!(cause instanceof RuleBroken)) throw cause;
		redirect(303, localizeHref(`/accompagnement/invitation/${params.secret}`));
	}
	redirect(303, localizeHref('/accompagnement'));
}
