import type { ExtractTablesWithRelations } from 'drizzle-orm';
import {
	drizzle,
	NodePgTransaction,
	type NodePgQueryResultHKT,
	type NodePgSession
} from 'drizzle-orm/node-postgres';
import { PgDialect, type PgTransaction } from 'drizzle-orm/pg-core';
import type { RelationalSchemaConfig } from 'drizzle-orm/relations';
import type pg from 'pg';
import { MappingSession } from './mapping-session.ts';
import * as schema from './schema/index.ts';

/** A transaction with its actor set: what every use case and query receives. */
export type Tx = PgTransaction<
	NodePgQueryResultHKT,
	typeof schema,
	ExtractTablesWithRelations<typeof schema>
>;

type Session = Tx['_']['session'];
export type Schema = typeof schema;
export type Tables = ExtractTablesWithRelations<Schema>;
type RelationalSchema = RelationalSchemaConfig<Tables>;

const transactions = new WeakMap<pg.PoolClient, Tx>();
const clients = new WeakMap<Session, pg.PoolClient>();
const queries = new WeakMap<Session, Map<unknown, unknown>>();
const lasts = new WeakMap<Session, Promise<unknown>>();

/** Drizzle's transaction over one connection, kept with it: building it reads the whole schema. */
export function transactionOn(client: pg.PoolClient): Tx {
	const known = transactions.get(client);
	if (known) return known;
	const made = transactionWith(client);
	transactions.set(client, made);
	return made;
}

/** The same, once, over a session of one's own. */
export function transactionWith(
	client: pg.PoolClient,
	sessionOver?: (schema: RelationalSchema) => NodePgSession<Schema, Tables>
): Tx {
	const { session: _, ...tables } = drizzle(client, { schema })._;
	const relational = { ...tables, schema: tables.schema! };
	const session =
		sessionOver?.(relational) ?? new MappingSession(client, new PgDialect(), relational);
	clients.set(session, client);
	queries.set(session, new Map());
	return new NodePgTransaction(new PgDialect(), session, relational) as Tx;
}

/** The connection of a transaction. */
export function clientOf(tx: Tx): pg.PoolClient {
	return clients.get(tx._.session)!;
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
	const answer = await clientOf(tx).query<Row>({ text }, [...values]);
	return answer.rows;
}

/**
 * The last statement of a unit of work: it leaves in one packet with the commit, and nobody waits for its answer. So a
 * constraint must refuse it whenever it cannot do what the work goes on to say: the commit then takes everything back,
 * and the work is done anew (unit-of-work.ts).
 */
export function askLast(tx: Tx, text: string, values: readonly unknown[]): void {
	const answer = clientOf(tx).query({ text }, [...values]);
	// Heard with the commit.
	answer.catch(() => undefined);
	lasts.set(tx._.session, answer);
}

/** The answer to the last statement of this transaction, if it had one. */
export function lastAnswer(tx: Tx): Promise<unknown> | undefined {
	return lasts.get(tx._.session);
}

/** On a connection whose transaction begins, nothing was asked last yet. */
export function forgetLast(tx: Tx): void {
	lasts.delete(tx._.session);
}
