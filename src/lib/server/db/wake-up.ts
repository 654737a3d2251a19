import { sql } from 'drizzle-orm';
import pg from 'pg';
import { environment } from '../environment.ts';
import { log } from '../log.ts';
import type { QueueName } from './job-queue.ts';
import type { Tx } from './unit-of-work.ts';

const CHANNEL = 'guichet_wake_up';
/** A listener that lost its connection tries again after so long; the clock of schedule.ts goes on meanwhile. */
const AGAIN_MS = 30_000;

/** Asks the worker to run a queue as soon as this transaction is committed, instead of at its next hour. */
export async function wakeUp(tx: Tx, queue: QueueName): Promise<void> {
	await tx.execute(sql`select pg_notify(${CHANNEL}, ${queue})`);
}

/**
 * Hears what wakeUp asks for, on a connection of its own.
 * @returns what ends it
 */
export async function listenForWakeUps(
	heard: (queue: string) => void
): Promise<() => Promise<void>> {
	let current: pg.Client | null = null;
	let again: NodeJS.Timeout | undefined;
	let ended = false;
	const retry = (error: Error) => {
		log.warn({ err: error.message }, 'wake-ups are not heard');
		if (!ended) again = setTimeout(() => void listen(), AGAIN_MS);
	};
	const listen = async () => {
		const client = new pg.Client({ connectionString: environment().DATABASE_URL });
		client.once('error', retry);
		client.on('notification', ({ payload }) => heard(payload ?? ''));
		try {
			await client.connect();
			await client.query(`listen ${CHANNEL}`);
			current = client;
		} catch (error) {
			client.off('error', retry);
			client.on('error', () => undefined);
			retry(error instanceof Error ? error : new Error(String(error)));
		}
	};
	await listen();
	return async () => {
		ended = true;
		clearTimeout(again);
		current?.off('error', retry);
		current?.on('error', () => undefined);
		await current?.end();
	};
}
