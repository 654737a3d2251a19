import type { ExtractTablesWithRelations } from 'drizzle-orm';
import { drizzle, NodePgTransaction, type NodePgQueryResultHKT } from 'drizzle-orm/node-postgres';
import { PgDialect, type PgTransaction } from 'drizzle-orm/pg-core';
import type pg from 'pg';
import * as schema from './schema/index.ts';

/** A transaction with its actor set: what every use case and query receives. */
export type Tx = PgTransaction<
	NodePgQueryResultHKT,
	typeof schema,
	ExtractTablesWithRelations<typeof schema>
>;

type Session = Tx['_']['session'];

const transactions = new WeakMap<pg.PoolClient, Tx>();
const clients = new WeakMap<Session, pg.PoolClient>();
const queries = new WeakMap<Session, Map<unknown, unknown>>();

/** Drizzle's transaction over one connection, kept with it: building it reads the whole schema. */
export function transactionOn(client: pg.PoolClient): Tx {
	const known = transactions.get(client);
	if (known) return known;
	const { session, ...tables } = drizzle(client, { schema })._;
	const made = new NodePgTransaction(new PgDialect(), session, {
		...tables,
		schema: tables.schema!
	}) as Tx;
	transactions.set(client, made);
	clients.set(session, client);
	queries.set(session, new Map());
	return made;
}

/**
 * A query of Drizzle's built once a connection, for what every request asks: building it anew costs more than the
 * answer.
 * @param build makes it, with placeholders for what changes, and ends in `.prepare(…)`
 */
export function builtOnce<Q>(tx: Tx, build: (tx: Tx) => Q): Q {
	const known = queries.get(tx._.session)!;
	if (!known.has(build)) known.set(build, build(tx));
	return known.get(build) as Q;
}

/** A statement of our own, with `$1` for its values, where a booking cannot wait for the query builder. */
export async function ask<Row extends pg.QueryResultRow>(
	tx: Tx,
	text: string,
	values: readonly unknown[]
): Promise<Row[]> {
	const answer = await clients.get(tx._.session)!.query<Row>({ text }, [...values]);
	return answer.rows;
}
