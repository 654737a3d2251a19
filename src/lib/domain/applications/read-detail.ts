import * as v from 'valibot';
import { detailErrors, type DetailErrors } from './check-detail.ts';
import type { FieldTraits } from './detail-fields.ts';
import { EVENT_DETAILS, type KeptDetail } from './event-details.ts';
import type { EventKind } from './event-kinds.ts';

/** A field of a form that the life-cycle table asks for. */
export type DetailField = FieldTraits & { name: string; required: boolean };

/** The fields that a counter fills for an event of this kind, in the order of the table. */
export function fieldsOf(kind: EventKind): DetailField[] {
	return Object.entries(EVENT_DETAILS[kind] as v.ObjectEntries).flatMap(([name, schema]) => {
		const required = schema.type !== 'optional';
		const inner = required
			? schema
			: (schema as v.OptionalSchema<v.GenericSchema, undefined>).wrapped;
		const traits = v.getMetadata(inner as v.GenericSchema) as Partial<FieldTraits>;
		return traits.control ? [{ ...traits, control: traits.control, name, required }] : [];
	});
}

/**
 * What a form says of an event, as its detail or as what is wrong with it. Fields of the form that the event does not
 * know are left alone.
 */
export function readDetail(
	kind: EventKind,
	typed: Readonly<Record<string, string>>,
	on: Temporal.PlainDate,
	marks: KeptDetail = {}
): { detail: KeptDetail } | { errors: DetailErrors } {
	const detail: KeptDetail = { ...marks };
	for (const field of fieldsOf(kind)) {
		const value = valueOf(field, (typed[field.name] ?? '').trim());
		if (value !== undefined) detail[field.name] = value;
	}
	const errors = detailErrors(kind, detail, on);
	return errors ? { errors } : { detail };
}

/** What cannot be read as a figure stays a text, which the schema then refuses by name. */
function valueOf({ control }: DetailField, text: string): string | number | boolean | undefined {
	if (text === '') return undefined;
	if (control === 'flag') return text === 'yes' ? true : text === 'no' ? false : text;
	if (control === 'whole') return /^-?\d{1,6}$/.test(text) ? Number(text) : text;
	if (control === 'euros') return centsIn(text) ?? text;
	return text;
}

/** "1 250,50 €" is 125050. */
function centsIn(text: string): number | null {
	const plain = text.replace(/[\s\u00A0\u202F€]/g, '').replace(',', '.');
	return /^\d{1,7}(?:\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : null;
}
