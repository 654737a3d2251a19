import { ask } from '../db/transaction.ts';
import type { Tx } from '../db/unit-of-work.ts';

/**
 * Makes what one person does at once (double tap, two tabs, a retry) happen one after the other, until the end of the
 * transaction. Always the first lock taken, so that two of them never wait for each other. What is asked after it need
 * not wait for its answer: the database takes one thing after the other.
 */
export async function lockPerson(tx: Tx, applicationId: string): Promise<void> {
	await lock(tx, `appointments-of:${applicationId}`);
}

/**
 * For the rare cases in which a place is not decided by the database's constraint alone: a limit a day and desk, and
 * expired holds to be freed.
 */
export async function lockCounterDay(
	tx: Tx,
	counterId: string,
	day: Temporal.PlainDate
): Promise<void> {
	await lock(tx, `places-of:${counterId}:${day.toString()}`);
}

async function lock(tx: Tx, name: string): Promise<void> {
	await ask(tx, 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [name]);
}
