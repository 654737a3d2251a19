import { Column, getTableName, is, SQL, Subquery } from 'drizzle-orm';
import type { SelectedFieldsOrdered } from 'drizzle-orm/pg-core';

type Row = readonly unknown[];
type Result = Record<string, unknown>;
type Field = SelectedFieldsOrdered[number]['field'];
type Decoder = { mapFromDriverValue(value: unknown): unknown };

/** Which tables of a question always have a row; what another is missing from is null. */
export type Joins = Readonly<Record<string, boolean>> | undefined;

/**
 * Reads rows as Drizzle's own `mapResultRow` does. What does not change from row to row (which column is decoded how,
 * what may be missing as a whole) is worked out once a question, not once a value.
 * @param fields the columns of the question, in their order
 * @returns makes an object of a row that came as a list
 */
export function rowMapper(fields: SelectedFieldsOrdered, joins: Joins): (row: Row) => unknown {
	const columns = fields.map(({ path, field }) => ({ path, decoder: decoderOf(field) }));
	const optional = joins ? optionalObjects(fields, joins) : [];
	return (row) => {
		const result: Result = {};
		for (let at = 0; at < columns.length; at += 1) {
			const { path, decoder } = columns[at]!;
			const value = row[at] === null ? null : decoder.mapFromDriverValue(row[at]);
			put(result, path, value);
		}
		for (const [name, first] of optional) {
			if ((result[name] as Result)[first] === null) result[name] = null;
		}
		return result;
	};
}

function put(result: Result, path: readonly string[], value: unknown): void {
	let node = result;
	const last = path.length - 1;
	// Not a copy of the path without its end: this is done for every value of every row.
	for (let at = 0; at < last; at += 1) node = (node[path[at]!] ??= {}) as Result;
	node[path[last]!] = value;
}

function decoderOf(field: Field): Decoder {
	if (is(field, Column)) return field;
	const { sql } = is(field, Subquery) ? field._ : { sql: is(field, SQL) ? field : field.sql };
	// Drizzle keeps it to itself.
	return (sql as unknown as { decoder: Decoder }).decoder;
}

/**
 * Objects that hold columns of one table, which a join may find no row of: there is none when its first column is null.
 * @returns their names, each with the name of that column
 */
function optionalObjects(
	fields: SelectedFieldsOrdered,
	joins: NonNullable<Joins>
): [string, string][] {
	const columns = fields.flatMap(({ path: [name, key, ...deeper], field }) =>
		key !== undefined && deeper.length === 0 && is(field, Column)
			? [{ name: name!, key, table: getTableName(field.table) }]
			: []
	);
	return [...Map.groupBy(columns, ({ name }) => name).values()].flatMap((same) => {
		const [{ name, key, table }] = same as [(typeof same)[0]];
		const isOptional = !joins[table] && same.every((column) => column.table === table);
		return isOptional ? [[name, key] as [string, string]] : [];
	});
}
