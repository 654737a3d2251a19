import pg from 'pg';
import { environment } from '../environment.ts';
import { log } from '../log.ts';
import { PreparingClient } from './preparing-client.ts';

let opened: pg.Pool | null = null;

/** The application's role from the first word on; outside a unit of work nothing is written, and no person acts. */
const OUTSIDE_A_UNIT_OF_WORK = Object.entries({
	role: 'guichet_app',
	default_transaction_read_only: 'on',
	'app.actor_kind': 'system',
	'app.actor_id': 'question'
})
	.map(([name, value]) => `-c ${name}=${value}`)
	.join(' ');

/**
 * Lends one connection of this process's pool to `work` and takes it back whatever happens. Only the unit of work
 * may call it.
 *
 * We lend the connection ourselves, because Drizzle 0.45 sends BEGIN before its own try block: when the connection
 * dies right there, the pool never gets it back, and ten such deaths hang the application. The fault test
 * (tests/integration/driver-faults.test.ts) found it (docs/decisions/003).
 */
export async function withConnection<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
	opened ??= openPool(environment().DATABASE_URL);
	const client = await opened.connect();
	try {
		return await work(client);
	} finally {
		// A dead connection says so by itself: the pool drops it. One left inside a transaction is not lent again.
		client.release(client.getTransactionStatus() !== 'I');
	}
}

/** Both the pool and every client carry an error listener: a connection that dies must never end the process. */
function openPool(connectionString: string): pg.Pool {
	const pool = new pg.Pool({
		Client: PreparingClient,
		connectionString,
		max: 10,
		connectionTimeoutMillis: 10_000,
		// What is asked together is answered together (unit-of-work.ts).
		pipeline: true,
		options: OUTSIDE_A_UNIT_OF_WORK
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
