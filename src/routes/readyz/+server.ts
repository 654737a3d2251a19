import { sql } from 'drizzle-orm';
import { system } from '$lib/domain/accounts/actor.ts';
import { unitOfWork } from '$lib/server/db/unit-of-work.ts';

/** Whether it can serve people: the database answers to the app role, which may read our tables. */
export const GET = async () => {
	const headers = { 'cache-control': 'no-store' };
	try {
		await unitOfWork(system('readiness'), (tx) => tx.execute(sql`select 1 from counter limit 1`));
		return new Response('ready\n', { headers });
	} catch {
		// The cause is in the log of the pool; a stranger learns only that it is not ready.
		return new Response('database unavailable\n', { status: 503, headers });
	}
};
