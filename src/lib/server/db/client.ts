import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { environment } from '../environment.ts';
import { log } from '../log.ts';
import { PreparingClient } from './preparing-client.ts';
import * as schema from './schema/index.ts';

export type Database = NodePgDatabase<typeof schema>;

let opened: pg.Pool | null = null;

/** Drizzle over one connection, kept with it: building it reads the whole schema. */
const drizzles = new WeakMap<pg.PoolClient, Database>();

/**
 * Lends one connection of this process's pool to `work` and takes it back whatever happens. Only the unit of work
 * may call it.
 *
 * We lend the connection ourselves, because Drizzle 0.45 sends BEGIN before its own try block: when the connection
 * dies right there, the pool never gets it back, and ten such deaths hang the application. The fault test
 * (tests/integration/driver-faults.test.ts) found it (docs/decisions/003).
 */
export async function withConnection<T>(work: (db: Database) => Promise<T>): Promise<T> {
	opened ??= openPool(environment().DATABASE_URL);
	const client = await opened.connect();
	try {
		return await work(drizzleOn(client));
	} finally {
		// A dead connection says so by itself: the pool drops it on release.
		client.release();
	}
}

function drizzleOn(client: pg.PoolClient): Database {
	let db = drizzles.get(client);
	if (!db) {
		db = drizzle(client, { schema });
		drizzles.set(client, db);
	}
	return db;
}

/** Both the pool and every client carry an error listener: a connection that dies must never end the process. */
function openPool(connectionString: string): pg.Pool {
	const pool = new pg.Pool({
		Client: PreparingClient,
		connectionString,
		max: 10,
		connectionTimeoutMillis: 10_000
	});
	const lost = (error: Error) => log.warn({ err: error.message }, 'a database connection was lost');
	pool.on('error', lost);
	pool.on('connect', (client) => void client.on('error', lost));
	return pool;
}

/** Closes the pool, so that the process can end. The next use opens a new one. */
export async function closeDatabase(): Promise<void> {
	const closing = opened;
	opened = null;
	await closing?.end();
}
