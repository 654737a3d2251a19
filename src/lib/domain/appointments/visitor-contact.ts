import * as v from 'valibot';
import { latinDigits } from '../accounts/digits.ts';
import { birthDateFrom } from './visitor-birth-date.ts';
import { frenchPhone, isMobile } from './visitor-phone.ts';

/** Who may book for somebody else, as the table names them. */
export const HELPER_KINDS = ['relative', 'social_worker', 'association', 'other'] as const;
export type HelperKind = (typeof HELPER_KINDS)[number];

/** What receiving somebody needs, and nothing more. */
export type VisitorContact = {
	lastName: string;
	firstName: string;
	birthDate: Temporal.PlainDate;
	/** International form, +33612345678. */
	phone: string | null;
	email: string | null;
	helper: { kind: HelperKind; name: string } | null;
};

const name = v.pipe(
	v.string('empty'),
	v.trim(),
	v.nonEmpty('empty'),
	v.maxLength(80, 'too-long'),
	v.regex(/^[\p{L}\p{M}' ’.-]*$/u, 'shape')
);
const optional = (most: number) =>
	v.pipe(v.optional(v.string(), ''), v.trim(), v.maxLength(most, 'too-long'));

const phone = v.pipe(
	optional(30),
	v.check((typed) => typed === '' || frenchPhone(typed) !== null, 'shape'),
	v.transform((typed) => frenchPhone(typed))
);
const email = v.pipe(
	optional(254),
	v.transform((typed) => typed.normalize('NFKC').toLowerCase()),
	v.check((typed) => typed === '' || v.is(v.pipe(v.string(), v.email()), typed), 'shape'),
	v.transform((typed) => typed || null)
);

/**
 * The contact form: nothing else may be sent with it. The message of an issue is the name of the fault.
 * @param today day in Paris, for the birth date
 */
export const contactForm = (today: Temporal.PlainDate) =>
	v.pipe(
		v.strictObject({
			nom: name,
			prenom: name,
			naissance: v.pipe(
				v.string('empty'),
				v.trim(),
				v.nonEmpty('empty'),
				v.transform((typed) => birthDateFrom(latinDigits(typed), today)),
				v.instance(Temporal.PlainDate, 'shape')
			),
			telephone: phone,
			email,
			aide: v.optional(v.picklist([...HELPER_KINDS, ''], 'shape'), ''),
			aidant: optional(120)
		}),
		v.forward(
			v.partialCheck(
				[['telephone'], ['email']],
				({ telephone, email: address }) => telephone !== null || address !== null,
				'neither'
			),
			['telephone']
		),
		// A landline is not sure to get a code in writing.
		v.forward(
			v.partialCheck(
				[['telephone'], ['email']],
				({ telephone, email: address }) =>
					telephone === null || address !== null || isMobile(telephone),
				'landline-alone'
			),
			['telephone']
		),
		v.forward(
			v.partialCheck([['aide'], ['aidant']], ({ aide, aidant }) => !aide || aidant !== '', 'empty'),
			['aidant']
		),
		v.forward(
			v.partialCheck(
				[['aide'], ['aidant']],
				({ aide, aidant }) => aidant === '' || Boolean(aide),
				'empty'
			),
			['aide']
		),
		v.transform((form): VisitorContact => ({
			lastName: form.nom,
			firstName: form.prenom,
			birthDate: form.naissance,
			phone: form.telephone,
			email: form.email,
			helper: form.aide ? { kind: form.aide, name: form.aidant } : null
		}))
	);

/** Where the code and every message go: the e-mail address when there is one, else the telephone. */
export function destinationOf(contact: Pick<VisitorContact, 'phone' | 'email'>): string | null {
	return contact.email ?? contact.phone;
}
