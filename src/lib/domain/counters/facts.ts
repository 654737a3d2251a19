import * as v from 'valibot';
import { RuleBroken } from '../errors.ts';

/** What can be known of a counter, in the order it is shown. */
export const factKinds = [
	'existence',
	'address',
	'phone',
	'email',
	'hours',
	'service_level',
	'step_free',
	'languages'
] as const;

export type FactKind = (typeof factKinds)[number];

/** A null value is "not known yet"; an unconfirmed value is shown as such ("à confirmer"). */
export type CounterFact = { value: string | null; confirmed: boolean };

/** Facts whose value is a word of ours, translated on screen; the others are texts in the words of the staff. */
export const closedValues = {
	existence: ['yes'],
	step_free: ['yes', 'partly', 'no']
} as const;

const longest = 600;
const phone = v.pipe(v.string(), v.regex(/^(?:\+33 ?|0)[1-9](?:[ .]?\d{2}){4}$/));
const email = v.pipe(v.string(), v.email());

/**
 * Makes a fact of what somebody typed: trimmed, empty means not known.
 *
 * @throws RuleBroken `counter-fact-too-long`, `counter-fact-not-of-its-kind` (not a telephone number, an e-mail
 * address, or one of the words of this kind) or `counter-fact-confirmed-without-value`
 */
export function counterFact(kind: FactKind, typed: string | null, confirmed: boolean): CounterFact {
	const value = typed?.trim().replaceAll('\r\n', '\n') || null;
	if (value === null) {
		if (confirmed) throw new RuleBroken('counter-fact-confirmed-without-value', { kind });
		return { value, confirmed };
	}
	if (value.length > longest) throw new RuleBroken('counter-fact-too-long', { kind, longest });
	if (!fits(kind, value)) throw new RuleBroken('counter-fact-not-of-its-kind', { kind });
	return { value, confirmed };
}

function fits(kind: FactKind, value: string): boolean {
	if (kind === 'phone') return v.is(phone, value);
	if (kind === 'email') return v.is(email, value);
	if (kind === 'existence' || kind === 'step_free')
		return v.is(v.picklist(closedValues[kind]), value);
	return true;
}
