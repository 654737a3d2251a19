import * as v from 'valibot';
import { CeilingTableSchema } from '$lib/domain/ceilings/change.ts';
import { AMOUNTS_OF_A_TABLE, type CeilingTable } from '$lib/domain/ceilings/tables.ts';

/** Names of the fields; `montant-7` is what each further person adds. */
export type TypedTable = Partial<Record<string, string>>;

export const AMOUNT_FIELDS = Array.from(
	{ length: AMOUNTS_OF_A_TABLE },
	(_, index) => `montant-${index + 1}`
);

/** A table as its form shows it. */
export function typedOf(table: CeilingTable): TypedTable {
	return {
		programme: table.programme,
		annee: String(table.year),
		nature: table.nature,
		source: table.source,
		...(table.confirmed && { confirme: 'oui' }),
		...Object.fromEntries(AMOUNT_FIELDS.map((name, index) => [name, String(table.amounts[index])]))
	};
}

/** Which field each part of a table is typed in. */
function fieldOf(path: readonly unknown[]): string {
	const [part, index] = path;
	if (part === 'amounts') return `montant-${Number(index ?? 0) + 1}`;
	return part === 'year' ? 'annee' : String(part);
}

/** @returns the table when every field is good, else the fields that are not */
export function readTable(form: FormData): {
	typed: TypedTable;
	errors: Record<string, string>;
	table?: CeilingTable;
} {
	const text = (name: string) => String(form.get(name) ?? '').trim();
	const names = ['programme', 'annee', 'nature', 'source', 'confirme', ...AMOUNT_FIELDS];
	const typed = Object.fromEntries(names.map((name) => [name, text(name)]));
	const read = v.safeParse(CeilingTableSchema, {
		programme: text('programme'),
		year: figures(text('annee')),
		amounts: AMOUNT_FIELDS.map((name) => figures(text(name))),
		nature: text('nature'),
		source: text('source'),
		confirmed: text('confirme') === 'oui'
	});
	if (read.success) return { typed, errors: {}, table: read.output };
	const errors = read.issues.map(({ path }) => [
		fieldOf((path ?? []).map(({ key }) => key)),
		'bad'
	]);
	return { typed, errors: Object.fromEntries(errors) as Record<string, string> };
}

/** "23 403 €" is 23403; anything else than figures is no number. */
function figures(text: string): number {
	const only = text.replace(/[\s\u00A0\u202F€]/g, '');
	return /^\d{1,9}$/.test(only) ? Number(only) : Number.NaN;
}
