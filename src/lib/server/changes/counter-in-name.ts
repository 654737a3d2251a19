import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Agent } from '../../domain/accounts/actor.ts';
import { person } from '../db/schema/applications.ts';
import { counter } from '../db/schema/counters.ts';
import type { Tx } from '../db/unit-of-work.ts';

/** The name under which the head of service answers: no counter in particular. */
const SERVICE = 'Service logement communautaire';

/**
 * The body in whose name an agent answers the applicant: the counter of theirs where the applicant lives, else the
 * first of theirs. Each event is signed by the body it comes from (R441-2-15).
 */
export async function counterInName(tx: Tx, agent: Agent, applicationId: string): Promise<string> {
	if (agent.role === 'head' || agent.counterIds.length === 0) return SERVICE;
	const lives = sql`exists (select from ${person} where ${person.applicationId} = ${applicationId}
		and ${person.role} = 'applicant' and ${person.addressCommune} = ${counter.communeInsee})`;
	const [found] = await tx
		.select({ name: counter.name })
		.from(counter)
		.where(and(inArray(counter.id, [...agent.counterIds]), eq(counter.active, true)))
		.orderBy(sql`${lives} desc`, asc(counter.name))
		.limit(1);
	return found?.name ?? SERVICE;
}
