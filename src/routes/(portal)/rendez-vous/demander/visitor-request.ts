import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { contactForm } from '$lib/domain/appointments/visitor-contact.ts';
import { RuleBroken } from '$lib/domain/errors.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { readForm } from '$lib/server/accounts/read-form.ts';
import { motiveFor } from '$lib/server/appointments/offer.ts';
import { today } from '$lib/server/clock.ts';
import { act } from '$lib/server/http.ts';
import { leaveVisitorTimeRequest } from '$lib/server/waiting/leave-visitor-time-request.ts';
import { address, signInThen } from '../addresses.ts';
import { broken } from '../broken.ts';
import { CONTACT_FIELDS, type RequestValues } from './request-fields.ts';

/** What somebody without a request sends: checked whole, so that every fault is shown at once. */
export async function leaveAsVisitor(
	{ locals, getClientAddress }: RequestEvent,
	values: RequestValues,
	missing: Record<string, string>
) {
	const { motif, guichet, note, halfDays } = values;
	if (motif) await toTheDoor(locals, motif, guichet);
	const read = readForm(contactOf(values), contactForm(today()), CONTACT_FIELDS, []);
	const errors = { ...missing };
	if (halfDays.length === 0) errors['demi-journees'] = 'required';
	if (!read.ok && read.refusal.outcome === 'invalid') Object.assign(errors, read.refusal.errors);
	if (!read.ok || Object.keys(errors).length > 0)
		return fail(400, { outcome: 'invalid' as const, errors, values });
	const wish = { motive: motif, counter: guichet, halfDays, note, locale: getLocale() };
	const who = { contact: read.input, source: getClientAddress() };
	const answer = await broken(
		act(locals, (tx) => leaveVisitorTimeRequest(tx, locals.actor, { ...wish, ...who }))
	);
	if (answer instanceof RuleBroken) {
		const { rule, facts } = answer;
		const status = rule === 'too-many-requests' ? 429 : 422;
		return fail(status, { outcome: 'rule' as const, rule, facts, values });
	}
	redirect(303, address('/rendez-vous/demander', { fait: 'demande' }));
}

/** A motive that asks for an account: they sign in first, and come back here. */
async function toTheDoor(locals: App.Locals, motif: string, guichet: string): Promise<void> {
	const { bookableBy } = await act(locals, (tx) => motiveFor(tx, locals.actor, motif));
	if (bookableBy !== 'anyone')
		redirect(303, signInThen('/rendez-vous/demander', { motif, guichet }));
}

function contactOf(values: RequestValues): FormData {
	const data = new FormData();
	for (const field of CONTACT_FIELDS) data.set(field, values[field]);
	return data;
}
