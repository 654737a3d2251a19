import { and, asc, between, eq, exists, notInArray, sql, type SQL } from 'drizzle-orm';
import type { RequestState } from '../../domain/applications/event-kinds.ts';
import {
	dueRenewalReminder,
	RENEWAL_REMINDER_DAYS,
	type RenewalDecision
} from '../../domain/renewals/reminders.ts';
import { now, today } from '../clock.ts';
import { application, applicationEvent, person } from '../db/schema/applications.ts';
import { renewalConfirmation, renewalReminder } from '../db/schema/renewals.ts';
import type { Tx } from '../db/unit-of-work.ts';

/** How many requests are looked at together. */
const PAGE = 500;
/** The states in which a request cannot be renewed: no reminder is sent (R441-2-7). */
const NOT_RENEWABLE = ['filed', 'struck_off'] satisfies RequestState[];

const decided = sql<number[]>`array(
	select ${renewalReminder.daysBefore}::int from ${renewalReminder}
	where ${renewalReminder.applicationId} = ${application.id}
	and ${renewalReminder.validUntil} = ${application.validUntil})`;

/** A notice of this end of validity: ours, queued or recorded, or the register's, in the last three months. */
const noticed = sql<boolean>`(
	exists (select from ${renewalReminder} where ${renewalReminder.applicationId} = ${application.id}
		and ${renewalReminder.validUntil} = ${application.validUntil} and ${renewalReminder.isNotice})
	or exists (select from ${applicationEvent} where ${applicationEvent.applicationId} = ${application.id}
		and ${applicationEvent.kind} = 'renewal_notice_sent'
		and ${applicationEvent.occurredOn} > ${application.validUntil} - 90))`;

export type DueRenewalReminder = RenewalDecision & { isNotice: boolean; confirmed: boolean };

/**
 * The requests of which a reminder has to be decided now, the nearest end first. The index on the end of validity
 * keeps the rest unread.
 */
export async function renewalRemindersDue(tx: Tx): Promise<string[]> {
	const found: string[] = [];
	let after: SQL | undefined;
	for (;;) {
		const rows = await candidates(tx, after);
		for (const row of rows) if (isDue(decide(row))) found.push(row.id);
		const last = rows.at(-1);
		if (!last || rows.length < PAGE) return found;
		after = sql`(${application.validUntil}, ${application.id}) > (${last.validUntil.toString()}, ${last.id})`;
	}
}

/** The same for one request, its row locked: null when there is nothing to decide any more. */
export async function renewalReminderOf(
	tx: Tx,
	applicationId: string
): Promise<(DueRenewalReminder & { validUntil: Temporal.PlainDate }) | null> {
	await tx
		.select({ id: application.id })
		.from(application)
		.where(eq(application.id, applicationId))
		.for('update');
	const [row] = await candidates(tx, eq(application.id, applicationId));
	if (!row) return null;
	const decision = decide(row);
	if (!isDue(decision)) return null;
	const { confirmed, validUntil } = row;
	return { ...decision, confirmed, validUntil, isNotice: !row.noticed && !confirmed };
}

function candidates(tx: Tx, condition: SQL | undefined) {
	const day = today();
	const confirmation = tx
		.select({ one: sql`1` })
		.from(renewalConfirmation)
		.where(
			and(
				eq(renewalConfirmation.applicationId, application.id),
				eq(renewalConfirmation.validUntil, application.validUntil),
				eq(renewalConfirmation.state, 'confirmed')
			)
		);
	return tx
		.select({
			id: application.id,
			validUntil: application.validUntil,
			decided,
			noticed,
			confirmed: sql<boolean>`${exists(confirmation)}`,
			email: person.email
		})
		.from(application)
		.leftJoin(person, and(eq(person.applicationId, application.id), eq(person.role, 'applicant')))
		.where(
			and(
				notInArray(application.state, NOT_RENEWABLE),
				between(application.validUntil, day, day.add({ days: RENEWAL_REMINDER_DAYS[0] })),
				condition
			)
		)
		.orderBy(asc(application.validUntil), asc(application.id))
		.limit(PAGE);
}

function decide(row: Awaited<ReturnType<typeof candidates>>[number]): RenewalDecision {
	return dueRenewalReminder({ ...row, channel: row.email ? 'email' : 'sms', now: now() });
}

const isDue = ({ send, passed }: RenewalDecision) => send !== null || passed.length > 0;
