import { and, asc, eq, sql } from 'drizzle-orm';
import { today } from '../clock.ts';
import { application, applicationEvent } from '../db/schema/applications.ts';
import type { Tx } from '../db/unit-of-work.ts';

/**
 * The requests whose open offer has run out, or may have: the last day of an offer that does not state it is judged
 * when it is closed.
 */
export async function offersToClose(tx: Tx): Promise<string[]> {
	const replyBefore = sql`coalesce((
		select ${applicationEvent.detail} ->> 'replyBefore' from ${applicationEvent}
		where ${applicationEvent.applicationId} = ${application.id} and ${applicationEvent.kind} = 'offer_sent'
		order by ${applicationEvent.id} desc limit 1), '')`;
	const rows = await tx
		.select({ id: application.id })
		.from(application)
		.where(and(eq(application.state, 'offer_sent'), sql`${replyBefore} < ${today().toString()}`))
		.orderBy(asc(application.id));
	return rows.map(({ id }) => id);
}
