import { and, desc, eq, gte, lt, sql, type SQL } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { dayStartMs } from '../../domain/appointments/paris-time.ts';
import { Refused } from '../../domain/errors.ts';
import { staffAccount } from '../db/schema/accounts.ts';
import { application } from '../db/schema/applications.ts';
import { auditEntry } from '../db/schema/audit.ts';
import type { Tx } from '../db/unit-of-work.ts';

export type JournalQuestion = {
	/** One day in Paris; all of them without. */
	day: Temporal.PlainDate | null;
	/** From 0. */
	page: number;
	pageSize?: number;
};

/**
 * The journal of accesses, newest first: to an agent their own lines, to the head of service all of them.
 * @throws Refused to anybody else
 */
export async function auditLines(
	tx: Tx,
	actor: Actor,
	{ day, page, pageSize = 50 }: JournalQuestion
) {
	const rows = await tx
		.select({
			id: auditEntry.id,
			at: auditEntry.at,
			action: auditEntry.action,
			actorKind: auditEntry.actorKind,
			agent: staffAccount.name,
			applicationId: application.id,
			uniqueNumber: application.uniqueNumber,
			subjectKind: auditEntry.subjectKind
		})
		.from(auditEntry)
		.leftJoin(application, eq(application.id, auditEntry.applicationId))
		.leftJoin(
			staffAccount,
			and(eq(auditEntry.actorKind, 'agent'), sql`${staffAccount.id}::text = ${auditEntry.actorId}`)
		)
		.where(and(readable(actor), day ? onDay(day) : undefined))
		.orderBy(desc(auditEntry.at), desc(auditEntry.id))
		.limit(pageSize + 1)
		.offset(page * pageSize);
	return { lines: rows.slice(0, pageSize), more: rows.length > pageSize };
}

function readable(actor: Actor): SQL | undefined {
	if (actor.kind !== 'agent') throw new Refused('read-journal');
	if (actor.role === 'head') return undefined;
	return and(eq(auditEntry.actorKind, 'agent'), eq(auditEntry.actorId, actor.staffId));
}

function onDay(day: Temporal.PlainDate): SQL | undefined {
	const start = (date: Temporal.PlainDate) =>
		Temporal.Instant.fromEpochMilliseconds(dayStartMs(date));
	return and(gte(auditEntry.at, start(day)), lt(auditEntry.at, start(day.add({ days: 1 }))));
}
