import { and, eq, sql } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { Refused } from '../../domain/errors.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { now } from '../clock.ts';
import { application } from '../db/schema/applications.ts';
import type { Tx } from '../db/unit-of-work.ts';

/** At most so many requests in one transaction: each has a hundred lines in thirty tables. */
const BATCH = 20;

/**
 * A year after a request was struck off, it goes with all that names it: household, history, appointments, messages,
 * score, account (décret 2017-917 art. 4). After its papers, whose contents lie in the store, and never while its
 * person is expected at a counter. The journal of accesses stays, and says that it was erased. The database does it
 * in one piece (`erase_application`, migration 0026), and asks once more whether it may.
 * @returns how many requests, at most 20 a call
 * @throws Refused to anybody but the software
 */
export async function eraseRequests(tx: Tx, actor: Actor): Promise<number> {
	if (actor.kind !== 'system') throw new Refused('erase-requests');
	const at = now().toString();
	const due = await tx
		.select({ id: application.id })
		.from(application)
		.where(
			and(
				eq(application.state, 'struck_off'),
				sql`may_be_erased(${application.id}, ${at}::timestamptz)`
			)
		)
		.limit(BATCH)
		.for('update', { skipLocked: true });
	let erased = 0;
	for (const { id } of due) if (await erase(tx, actor, id, at)) erased += 1;
	return erased;
}

async function erase(tx: Tx, actor: Actor, id: string, at: string): Promise<boolean> {
	const { rows } = await tx.execute<{ done: boolean }>(
		sql`select erase_application(${id}, ${at}::timestamptz) as done`
	);
	if (!rows[0]?.done) return false;
	await recordAudit(tx, actor, {
		action: 'erase-request',
		applicationId: id,
		subjectKind: 'application',
		subjectId: id
	});
	return true;
}
