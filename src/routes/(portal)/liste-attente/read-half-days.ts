import { error } from '@sveltejs/kit';
import * as v from 'valibot';
import { HalfDays, type HalfDay } from '$lib/domain/waiting/half-days.ts';

/** The name of the check boxes. */
export const HALF_DAYS_FIELD = 'demi-journees';

/**
 * Reads a form that holds half-days and texts.
 * @param fields the texts that the form has
 * @throws error 400 for a field it has not, a file, or a half-day that no week has
 */
export function readWithHalfDays<Field extends string>(
	data: FormData,
	fields: readonly Field[]
): { halfDays: HalfDay[]; texts: Record<Field, string> } {
	const allowed: readonly string[] = [...fields, HALF_DAYS_FIELD];
	for (const [name, value] of data) {
		if (!allowed.includes(name) || typeof value !== 'string' || value.length > 2_000) error(400);
	}
	const read = v.safeParse(HalfDays, data.getAll(HALF_DAYS_FIELD));
	if (!read.success) error(400);
	const texts = fields.map((field) => [field, String(data.get(field) ?? '')]);
	return { halfDays: read.output, texts: Object.fromEntries(texts) as Record<Field, string> };
}
