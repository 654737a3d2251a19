import { actorId, type Actor } from '../../domain/accounts/actor.ts';
import pg from 'pg';
import { withConnection } from './client.ts';
import { forgetLast, lastAnswer, transactionOn, type Tx } from './transaction.ts';

export type { Tx };

/**
 * The one door to the database. Runs `work` in one transaction, as role `guichet_app`, with the actor in
 * `app.actor_kind`, `app.actor_id` and `app.application_id`, where row-level security policies can read it.
 * Commits when `work` returns, rolls back when it throws. What must happen after the commit (sending, deleting a
 * file) is written as a row inside and done by a job. A work that ends in a last statement (transaction.ts) is done anew
 * when somebody was faster.
 *
 * @param actor who acts; for the software itself `system('why')`
 * @throws whatever `work` throws, and the driver's error when the connection is lost: nothing is then half-written
 */
export async function unitOfWork<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
	return withConnection(async (client) => {
		for (let tries = 1; ; tries += 1) {
			try {
				return await attempt(client, actor, work);
			} catch (error) {
				// On a dead connection there is nothing to roll back.
				await client.query('rollback').catch(() => undefined);
				if (tries === TRIES || !(await wasOvertaken(client))) throw error;
			}
		}
	});
}

/** Each try in vain is something that somebody else did in the same instant. */
const TRIES = 10;

async function attempt<T>(
	client: pg.PoolClient,
	actor: Actor,
	work: (tx: Tx) => Promise<T>
): Promise<T> {
	const tx = transactionOn(client);
	forgetLast(tx);
	const opened = open(client, actor);
	const result = await work(tx);
	await opened;
	const [, { command }] = await Promise.all([lastAnswer(tx), client.query('commit')]);
	// A failed statement that the work passed over: PostgreSQL then takes everything back without a word.
	if (command !== 'COMMIT') throw new Error('The transaction had failed: nothing was written.');
	return result;
}

/** Whether a constraint refused the last statement (SQLSTATE class 23): what it was judged by is no longer so. */
async function wasOvertaken(client: pg.PoolClient): Promise<boolean> {
	try {
		await lastAnswer(transactionOn(client));
		return false;
	} catch (error) {
		return error instanceof pg.DatabaseError && error.code?.startsWith('23') === true;
	}
}

/**
 * One question and nothing more, by the software itself (`system:question`): one statement, which is its own
 * transaction and only reads (client.ts). For what every request asks; everything else is a unit of work.
 */
export async function question<Row extends pg.QueryResultRow>(
	text: string,
	values: readonly unknown[]
): Promise<Row[]> {
	return withConnection(async (client) => {
		const { rows } = await client.query<Row>({ text }, [...values]);
		return rows;
	});
}

/**
 * Opens the transaction and sets the actor, without waiting: the first questions of the work leave in the same packet.
 * Should opening fail, what follows writes nothing all the same: outside a transaction opened here a connection only
 * reads. Every setting is local to the transaction: a connection goes back to the pool knowing nothing of the person.
 */
function open(client: pg.PoolClient, actor: Actor): Promise<unknown> {
	const applicationId = requestOf(actor);
	const opened = Promise.all([
		client.query('begin read write'),
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

const SET_ACTOR = `select set_config('app.actor_kind', $1, true), set_config('app.actor_id', $2, true),
	set_config('app.application_id', $3, true)`;
