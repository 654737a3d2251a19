import { NodePgSession } from 'drizzle-orm/node-postgres';
import type { PgPreparedQuery, PreparedQueryConfig } from 'drizzle-orm/pg-core';
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
		let toObject: ((row: unknown[]) => unknown) | undefined;
		const read = (rows: unknown[][]) => {
			// What it joins, Drizzle says only after it has prepared the question.
			const { joinsNotNullableMap } = prepared as unknown as { joinsNotNullableMap: Joins };
			toObject ??= rowMapper(fields, joinsNotNullableMap);
			return rows.map(toObject) as T['execute'];
		};
		const prepared = super.prepareQuery<T>(query, fields, name, inArrayMode, read, ...others);
		return prepared;
	}
}
