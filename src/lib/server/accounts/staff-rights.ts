import { asc, desc, eq, sql } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { staffAccount, staffCounter } from '../db/schema/accounts.ts';
import { counter } from '../db/schema/counters.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { requireHead } from './access.ts';

const COUNTERS = sql<
	string[]
>`coalesce(array_agg(${counter.name} order by ${counter.name}) filter (where ${counter.id} is not null), '{}')`;

/**
 * Who is in service, heads first, with their counters and whether they may read sensitive papers.
 * @throws Refused unless the head of service asks
 */
export async function staffRights(tx: Tx, actor: Actor) {
	requireHead(actor, 'read-staff-rights');
	return tx
		.select({
			id: staffAccount.id,
			name: staffAccount.name,
			role: staffAccount.role,
			readsSensitive: staffAccount.readsSensitive,
			counters: COUNTERS
		})
		.from(staffAccount)
		.leftJoin(staffCounter, eq(staffCounter.staffId, staffAccount.id))
		.leftJoin(counter, eq(counter.id, staffCounter.counterId))
		.where(eq(staffAccount.active, true))
		.groupBy(staffAccount.id)
		.orderBy(desc(staffAccount.role), asc(staffAccount.name));
}
