import * as v from 'valibot';
import { uniqueNumberSchema } from '../applications/unique-number.ts';
import { normaliseCode } from './activation-code.ts';

/*
 * What the forms of this area may send; anything else is refused. The message of an issue is the name of the fault.
 */

/** Longer than any password that may be chosen: such a text is wrong, not malformed. */
const LONGEST = 1_000;
const secret = v.pipe(v.string('empty'), v.nonEmpty('empty'), v.maxLength(LONGEST, 'too-long'));
/** A field that is not sent at all is as empty as one that is. */
const ABSENT = 'empty';
const suite = v.optional(v.string());

const code = v.pipe(
	v.string('empty'),
	v.nonEmpty('empty'),
	v.maxLength(60, 'shape'),
	v.transform(normaliseCode),
	v.string('shape')
);

/** /connexion */
export const signInForm = v.strictObject(
	{
		numero: uniqueNumberSchema,
		motdepasse: secret,
		appareil: v.optional(v.picklist(['partage', 'mien'], 'shape')),
		suite
	},
	ABSENT
);

/** /espace/confirmer */
export const confirmForm = v.strictObject({ motdepasse: secret, suite }, ABSENT);

/** /activation, first step */
export const codeForm = v.strictObject({ numero: uniqueNumberSchema, code }, ABSENT);

/** /activation, second step. `numero` is there for password managers; `jeton` says which code was right. */
export const choiceForm = v.pipe(
	v.strictObject(
		{
			numero: v.optional(v.pipe(v.string(), v.maxLength(60))),
			jeton: v.pipe(v.string('empty'), v.maxLength(200, 'shape')),
			motdepasse: secret,
			repetition: v.optional(v.string())
		},
		ABSENT
	),
	v.forward(
		v.partialCheck(
			[['motdepasse'], ['repetition']],
			({ motdepasse, repetition }) => !repetition || repetition === motdepasse,
			'different'
		),
		['repetition']
	)
);

/** /agent/connexion */
export const staffForm = v.strictObject(
	{
		email: v.pipe(
			v.string('shape'),
			v.maxLength(254, 'shape'),
			v.transform((typed) => typed.normalize('NFKC').trim().toLowerCase()),
			v.regex(/^[^\s@]+@[^\s@]+$/, 'shape')
		),
		motdepasse: secret,
		totp: v.pipe(v.string('shape'), v.nonEmpty('shape'), v.maxLength(20, 'shape')),
		suite
	},
	ABSENT
);
