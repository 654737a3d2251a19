import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { readCode } from '$lib/domain/appointments/visitor-code.ts';
import { contactForm } from '$lib/domain/appointments/visitor-contact.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { readForm } from '$lib/server/accounts/read-form.ts';
import { confirmVisit } from '$lib/server/appointments/visitor-confirm.ts';
import { forgetHolder, holderOf } from '$lib/server/appointments/visitor-cookie.ts';
import { leaveContact } from '$lib/server/appointments/visitor-leave-contact.ts';
import { renewCode } from '$lib/server/appointments/visitor-renew-code.ts';
import { choiceView } from '$lib/server/appointments/visitor-view.ts';
import { today } from '$lib/server/clock.ts';
import { act } from '$lib/server/http.ts';
import { address } from '../addresses.ts';
import { choiceIn } from '../asked.ts';
import { isTimeRule, refuseTime } from '../refuse-time.ts';

const CONTACT_FIELDS = ['nom', 'prenom', 'naissance', 'telephone', 'email', 'aide', 'aidant'];
const codeForm = v.strictObject({
	code: v.pipe(
		v.string('shape'),
		v.maxLength(60, 'shape'),
		v.transform(readCode),
		v.string('shape')
	)
});

/** "Recevoir le code": who comes, and where the code goes. */
export async function leaveVisitorContact(event: RequestEvent) {
	const holder = holderOrRestart(event);
	const data = await event.request.formData();
	const read = readForm(data, contactForm(today()), CONTACT_FIELDS, CONTACT_FIELDS);
	if (!read.ok) return fail(400, read.refusal);
	const input = {
		holder,
		contact: read.input,
		locale: getLocale(),
		source: event.getClientAddress()
	};
	const left = await act(event.locals, (tx) => leaveContact(tx, event.locals.actor, input));
	if (left.kind === 'gone') return refused(event, left.rule);
	if (left.kind === 'too-many-codes') return tooManyCodes();
	if (left.kind === 'phone-missing') {
		const values = Object.fromEntries(
			CONTACT_FIELDS.map((field) => [field, String(data.get(field) ?? '')])
		);
		return fail(400, {
			outcome: 'invalid' as const,
			errors: { telephone: 'needed-to-call' },
			values
		});
	}
	return goOn(event, left.kind === 'nothing');
}

/** "Recevoir un nouveau code" */
export async function renewVisitorCode(event: RequestEvent) {
	const input = { holder: holderOrRestart(event), source: event.getClientAddress() };
	const sent = await act(event.locals, (tx) => renewCode(tx, event.locals.actor, input));
	return sent === 'too-many-codes' ? tooManyCodes() : goOn(event, false);
}

/** "Réserver ce rendez-vous", with the code that was sent. */
export async function bookWithCode(event: RequestEvent) {
	const holder = holderOrRestart(event);
	const read = readForm(await event.request.formData(), codeForm, ['code'], []);
	if (!read.ok) return fail(400, read.refusal);
	return book(event, holder, read.input.code);
}

/** The same, when the code was right before the time was lost. */
export function bookVerified(event: RequestEvent) {
	return book(event, holderOrRestart(event), null);
}

async function book(event: RequestEvent, holder: string, code: string | null) {
	const done = await act(event.locals, (tx) =>
		confirmVisit(tx, event.locals.actor, { holder, code })
	);
	switch (done.kind) {
		case 'booked':
			forgetHolder(event.cookies);
			return redirect(303, localizeHref(`/rendez-vous/${done.token}`));
		case 'already':
			forgetHolder(event.cookies);
			return redirect(303, address(`/rendez-vous/${done.token}`, { deja: '1' }));
		case 'gone':
			return refused(event, done.rule);
		case 'wrong':
			return fail(422, rule('code-wrong', { triesLeft: done.triesLeft }));
		case 'dead':
			return fail(422, rule('code-dead'));
		case 'nothing':
			return goOn(event, true);
	}
}

/** Their time is gone: the nearest others, on the same screen; what they typed is on our side. */
async function refused(event: RequestEvent, broken: string) {
	const refusal = await act(event.locals, async (tx) => {
		const view = await choiceView(tx, holderOf(event.cookies));
		if (!view || !isTimeRule(broken)) return null;
		const { row, counter } = view;
		const wanted = { motive: row.motiveCode, counter: counter.slug, startsAt: row.startsAt };
		return refuseTime(tx, event.locals.actor, wanted, broken, getLocale());
	});
	if (!refusal) return goOn(event, true);
	return fail(409, { ...rule(broken), refusal });
}

function tooManyCodes() {
	return fail(429, rule('too-many-codes'));
}

function rule(name: string, facts: Readonly<Record<string, number>> = {}) {
	return { outcome: 'rule' as const, rule: name, facts, values: {} };
}

/** The same page at its next step, or the list of times when there is nothing to go on with. */
function goOn({ url }: RequestEvent, fromTheStart: boolean): never {
	redirect(303, address(fromTheStart ? '/rendez-vous' : '/rendez-vous/confirmer', choiceIn(url)));
}

function holderOrRestart(event: RequestEvent): string {
	return holderOf(event.cookies) ?? goOn(event, true);
}
