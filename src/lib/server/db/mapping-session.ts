import { NodePgSession } from 'drizzle-orm/node-postgres';
import type {
	PgPreparedQuery,
	PreparedQueryConfig,
	SelectedFieldsOrdered
} from 'drizzle-orm/pg-core';
import { rowMapper, type Joins } from './row-mapper.ts';
import type { Schema, Tables } from './transaction.ts';

type Prepare = NodePgSession<Schema, Tables>['prepareQuery'];

/** Drizzle's session, with rows read by a mapper (row-mapper.ts) that is made once a question. */
export class MappingSession extends NodePgSession<Schema, Tables> {
	override prepareQuery<T extends PreparedQueryConfig>(
		...[query, fields, name, inArrayMode, mapper, ...others]: Parameters<Prepare>
	): PgPreparedQuery<T> {
		if (!fields || mapper)
			return super.prepareQuery<T>(query, fields, name, inArrayMode, mapper, ...others);
		const rows = new Rows(fields);
		const read = (given: unknown[][]) => rows.read(given) as T['execute'];
		const prepared = super.prepareQuery<T>(query, fields, name, inArrayMode, read, ...others);
		rows.question = prepared;
		return prepared;
	}
}

/** The rows of a question. What it joins, Drizzle says only after it has prepared it. */
class Rows {
	question: unknown;
	#read: ((row: unknown[]) => unknown) | undefined;
	readonly #fields: SelectedFieldsOrdered;

	constructor(fields: SelectedFieldsOrdered) {
		this.#fields = fields;
	}

	read(rows: unknown[][]): unknown[] {
		const { joinsNotNullableMap } = this.question as { joinsNotNullableMap: Joins };
		this.#read ??= rowMapper(this.#fields, joinsNotNullableMap);
		return rows.map(this.#read);
	}
}
