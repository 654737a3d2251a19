import { DrizzleQueryError, fillPlaceholders } from 'drizzle-orm';
import { NodePgSession } from 'drizzle-orm/node-postgres';
import type { PgPreparedQuery, PreparedQueryConfig } from 'drizzle-orm/pg-core';
import type pg from 'pg';
import { rowMapper, type Joins } from './row-mapper.ts';
import type { Schema, Tables } from './transaction.ts';

type Prepare = NodePgSession<Schema, Tables>['prepareQuery'];

/** What Drizzle keeps to itself of a question that is ready to be asked. */
interface Ready {
	client: pg.PoolClient;
	queryConfig: pg.QueryConfig;
	joinsNotNullableMap: Joins;
}

/**
 * Drizzle's session, with rows read by a mapper (row-mapper.ts) that is made once a question, which is asked without
 * the traces and the cache that Drizzle would have around it and nobody here has.
 */
export class MappingSession extends NodePgSession<Schema, Tables> {
	override prepareQuery<T extends PreparedQueryConfig>(
		...[query, fields, name, inArrayMode, mapper, ...others]: Parameters<Prepare>
	): PgPreparedQuery<T> {
		if (!fields || mapper)
			return super.prepareQuery<T>(query, fields, name, inArrayMode, mapper, ...others);
		let toObject: ((row: unknown[]) => unknown) | undefined;
		const read = (rows: unknown[][]) => {
			// What it joins, Drizzle says only after it has prepared the question.
			toObject ??= rowMapper(fields, ready.joinsNotNullableMap);
			return rows.map(toObject) as T['execute'];
		};
		const prepared = super.prepareQuery<T>(query, fields, name, inArrayMode, read, ...others);
		const ready = prepared as unknown as Ready;
		prepared.execute = async (given = {}) => {
			const values = fillPlaceholders(query.params, given);
			return read(await rowsOf(ready, values));
		};
		return prepared;
	}
}

async function rowsOf({ client, queryConfig }: Ready, values: unknown[]): Promise<unknown[][]> {
	try {
		const { rows } = await client.query(queryConfig, values);
		return rows as unknown[][];
	} catch (error) {
		throw new DrizzleQueryError(queryConfig.text, values, error as Error);
	}
}
