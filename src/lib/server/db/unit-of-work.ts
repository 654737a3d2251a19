import { sql, type ExtractTablesWithRelations } from 'drizzle-orm';
import type { NodePgQueryResultHKT } from 'drizzle-orm/node-postgres';
import type { PgTransaction } from 'drizzle-orm/pg-core';
import { actorId, type Actor } from '../../domain/accounts/actor.ts';
import { withConnection } from './client.ts';
import type * as schema from './schema/index.ts';

/** A transaction with its actor set: what every use case and query receives. */
export type Tx = PgTransaction<
	NodePgQueryResultHKT,
	typeof schema,
	ExtractTablesWithRelations<typeof schema>
>;

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
	return withConnection((db) =>
		db.transaction(async (tx) => {
			await setActor(tx, actor);
			return work(tx);
		})
	);
}

/** Every setting is local to the transaction: a connection goes back to the pool knowing nothing of the person. */
async function setActor(tx: Tx, actor: Actor): Promise<void> {
	const applicationId = 'applicationId' in actor ? actor.applicationId : '';
	await tx.execute(sql`select
		set_config('role', 'guichet_app', true),
		set_config('app.actor_kind', ${actor.kind}, true),
		set_config('app.actor_id', ${actorId(actor)}, true),
		set_config('app.application_id', ${applicationId}, true)`);
}
