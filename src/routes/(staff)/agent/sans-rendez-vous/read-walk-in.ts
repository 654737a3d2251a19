import * as v from 'valibot';
import { dayFrom } from '$lib/server/appointments/iso-time.ts';

const code = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,60}$/));
const name = v.pipe(
	v.string(),
	v.trim(),
	v.maxLength(100),
	v.regex(/\p{L}/u),
	v.regex(/^\P{Cc}*$/u)
);
/** What was left empty was not given. */
const ifAny = <Schema extends v.GenericSchema<string, string>>(schema: Schema) =>
	v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.transform((text) => text || null),
		v.nullable(schema)
	);
const phone = v.pipe(
	v.string(),
	v.transform((text) => text.replace(/[\s.-]/g, '')),
	v.regex(/^(0|\+33)[1-9]\d{8}$/)
);
const email = v.pipe(v.string(), v.maxLength(254), v.email());
const reason = v.optional(v.pipe(v.string(), v.maxLength(2000)), '');

/** Somebody found among the requests. Other fields are refused. */
export const Known = v.strictObject({
	guichet: code,
	motif: code,
	demande: v.pipe(v.string(), v.uuid()),
	raison: reason
});

/** Somebody without a request: names and birth date, the rest as they wish. */
export const Unknown = v.strictObject({
	guichet: code,
	motif: code,
	nom: name,
	prenom: name,
	naissance: v.pipe(v.string(), v.transform(dayFrom), v.instance(Temporal.PlainDate)),
	telephone: ifAny(phone),
	courriel: ifAny(email),
	/** They are not one of those who were shown. */
	autre: v.optional(v.literal('oui')),
	raison: reason
});

export const VISITOR_FIELDS = ['nom', 'prenom', 'naissance', 'telephone', 'courriel'] as const;
export type VisitorField = (typeof VISITOR_FIELDS)[number];

/** Which fields of a visitor do not read. */
export function wrongFields(issues: readonly v.BaseIssue<unknown>[]): VisitorField[] {
	const paths = issues.map((issue) => String(issue.path?.[0]?.key ?? ''));
	return VISITOR_FIELDS.filter((field) => paths.includes(field));
}
