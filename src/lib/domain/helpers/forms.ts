import * as v from 'valibot';
import { frenchPhone, isMobile } from '../appointments/visitor-phone.ts';
import { HELPER_KINDS } from '../appointments/visitor-contact.ts';
import { MANDATE_MONTHS, type MandateMonths } from './mandate.ts';
import { HELPER_RIGHTS } from './rights.ts';
import { readSignInCode } from './sign-in-code.ts';

/*
 * What the forms about helpers may send; anything else is refused. The message of an issue is the name of the fault.
 */

/** Where an invitation goes: one way, which the helper then signs in with. */
export type HelperContact = { channel: 'email' | 'sms'; address: string };

const name = v.pipe(
	v.string('empty'),
	v.trim(),
	v.nonEmpty('empty'),
	v.maxLength(80, 'too-long'),
	v.regex(/^[\p{L}\p{M}' ’.,()-]*$/u, 'shape')
);

/**
 * An e-mail address, or a French mobile number.
 * @returns null when it is neither
 */
export function helperContact(typed: string): HelperContact | null {
	const text = typed.normalize('NFKC').trim();
	if (text.includes('@')) {
		const address = text.toLowerCase();
		const isAddress = address.length <= 254 && v.is(v.pipe(v.string(), v.email()), address);
		return isAddress ? { channel: 'email', address } : null;
	}
	const phone = frenchPhone(text);
	return phone && isMobile(phone) ? { channel: 'sms', address: phone } : null;
}

const contact = v.pipe(
	v.string('empty'),
	v.trim(),
	v.nonEmpty('empty'),
	v.maxLength(254, 'shape'),
	v.transform(helperContact),
	v.nonNullable(v.object({ channel: v.picklist(['email', 'sms']), address: v.string() }), 'shape')
);

const months = v.pipe(
	v.string('empty'),
	v.transform(Number),
	v.picklist([...MANDATE_MONTHS], 'empty')
) as v.GenericSchema<string, MandateMonths>;

const rights = v.pipe(
	v.array(v.picklist([...HELPER_RIGHTS], 'shape')),
	v.minLength(1, 'empty'),
	v.transform((given) => HELPER_RIGHTS.filter((right) => given.includes(right)))
);

/** /espace/accompagnants/nommer */
export const namingForm = v.strictObject({
	nom: name,
	lien: v.picklist([...HELPER_KINDS], 'empty'),
	contact,
	droits: rights,
	duree: months
});

const secret = v.pipe(v.string('empty'), v.nonEmpty('empty'), v.maxLength(1_000, 'too-long'));

/** /accompagnement/invitation/<token>, by somebody who has no account yet. */
export const acceptanceForm = v.strictObject(
	{ famille: name, nom: name, motdepasse: secret },
	'empty'
);

/** The same by somebody who has one: they know their password, we know their name. */
export const returnForm = v.strictObject({ famille: name, motdepasse: secret }, 'empty');

/** /accompagnement/connexion */
export const helperSignInForm = v.strictObject(
	{ contact, motdepasse: secret, suite: v.optional(v.string()) },
	'empty'
);

/** The same, second step. `contact` is there for password managers; `jeton` says that the password was right. */
export const helperCodeForm = v.strictObject(
	{
		contact: v.optional(v.pipe(v.string(), v.maxLength(254))),
		jeton: v.pipe(v.string('empty'), v.maxLength(200, 'shape')),
		code: v.pipe(
			v.string('empty'),
			v.nonEmpty('empty'),
			v.maxLength(60, 'shape'),
			v.transform(readSignInCode),
			v.string('shape')
		),
		appareil: v.optional(v.picklist(['partage', 'mien'], 'shape')),
		suite: v.optional(v.string())
	},
	'empty'
);

/** /accompagnement/mot-de-passe, and the page that its message leads to */
export const helperLostForm = v.strictObject({ contact }, 'empty');
export const helperResetForm = v.strictObject({ motdepasse: secret }, 'empty');
