import { actorId, type Actor } from '../../domain/accounts/actor.ts';
import type pg from 'pg';
import { withConnection } from './client.ts';
import { transactionOn, type Tx } from './transaction.ts';

export type { Tx };

/**
 * The one door to the database. Runs `work` in one transaction, as role `guichet_app`, with the actor in
 * `app.actor_kind`, `app.actor_id` and `app.application_id`, where row-level security policies can read it.
 * Commits when `work` returns, rolls back when it throws. What must happen after the commit (sending, deleting a
 * file) is written as a row inside and done by a job.
 *
 * @param actor who acts; for the software itself `system('why')`
 * @throws whatever `work` throws, and the driver's error when the connection is lost: nothing is then half-written
 */
export async function unitOfWork<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
	return withConnection(async (client) => {
		const opened = open(client, actor);
		try {
			const result = await work(transactionOn(client));
			await opened;
			const { command } = await client.query('commit');
			// A failed statement that the work passed over: PostgreSQL then takes everything back without a word.
			if (command !== 'COMMIT') throw new Error('The transaction had failed: nothing was written.');
			return result;
		} catch (error) {
			// On a dead connection there is nothing to roll back.
			await client.query('rollback').catch(() => undefined);
			throw error;
		}
	});
}

/**
 * One question and nothing more, in one trip: opening, actor, question and end leave together. It only reads. For what
 * every request asks; everything else is a unit of work.
 */
export async function question<Row extends pg.QueryResultRow>(
	actor: Actor,
	text: string,
	values: readonly unknown[]
): Promise<Row[]> {
	return withConnection(async (client) => {
		const opened = open(client, actor, 'begin read only');
		const asked = client.query<Row>({ text }, [...values]);
		const [, { rows }] = await Promise.all([opened, asked, client.query('commit')]);
		return rows;
	});
}

/**
 * Opens the transaction and sets the actor, without waiting: the first questions of the work leave in the same packet.
 * Should opening fail, what follows writes nothing all the same: outside a transaction opened here a connection only
 * reads. Every setting is local to the transaction: a connection goes back to the pool knowing nothing of the person.
 */
function open(client: pg.PoolClient, actor: Actor, begin = 'begin read write'): Promise<unknown> {
	const applicationId = requestOf(actor);
	const opened = Promise.all([
		client.query(begin),
		client.query({ text: SET_ACTOR }, [actor.kind, actorId(actor), applicationId])
	]);
	// Waited for before the commit; until then the work meets the same failure.
	opened.catch(() => undefined);
	return opened;
}

/** The request in whose name somebody acts. */
function requestOf(actor: Actor): string {
	if (actor.kind === 'helper') return actor.mandate?.applicationId ?? '';
	return actor.kind === 'applicant' ? actor.applicationId : '';
}

const SET_ACTOR = `select set_config('role', 'guichet_app', true), set_config('app.actor_kind', $1, true),
	set_config('app.actor_id', $2, true), set_config('app.application_id', $3, true)`;
