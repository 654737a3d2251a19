import { error } from '@sveltejs/kit';
import * as v from 'valibot';
import type { FormOutcome } from '../../domain/form-outcome.ts';

type Typed<Field extends string> = Partial<Record<Field, string>>;
type Reading<T, Field extends string> =
	{ ok: true; input: T; typed: Typed<Field> } | { ok: false; refusal: FormOutcome };

/**
 * Reads a form against its schema.
 * @param keep fields whose text goes back to the screen; never a password or a code
 * @throws error 400 for a field the form does not have, or a file where a text is expected
 */
export function readForm<S extends v.GenericSchema, Field extends string>(
	data: FormData,
	schema: S,
	fields: readonly string[],
	keep: readonly Field[]
): Reading<v.InferOutput<S>, Field> {
	const given = [...data.entries()];
	if (given.some(([name, value]) => !fields.includes(name) || typeof value !== 'string'))
		error(400);
	const typed = Object.fromEntries(
		given
			.filter(([name]) => keep.includes(name as Field))
			.map(([name, value]) => [name, String(value).slice(0, 200)])
	) as Typed<Field>;
	const read = v.safeParse(schema, Object.fromEntries(given));
	if (read.success) return { ok: true, input: read.output, typed };
	const errors: Record<string, string> = {};
	for (const issue of read.issues) errors[v.getDotPath(issue) ?? 'form'] ??= issue.message;
	return { ok: false, refusal: { outcome: 'invalid', errors, values: typed } };
}
