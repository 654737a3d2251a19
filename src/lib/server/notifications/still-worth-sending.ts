import { and, eq } from 'drizzle-orm';
import { allows } from '../../domain/applications/state-rules.ts';
import { leavesAt } from '../../domain/notifications/quiet-hours.ts';
import { isHoldRunning } from '../../domain/appointments/windows.ts';
import { now, today } from '../clock.ts';
import { application } from '../db/schema/applications.ts';
import { appointment } from '../db/schema/appointments.ts';
import type { message } from '../db/schema/notifications.ts';
import { renewalReminder } from '../db/schema/renewals.ts';
import type { Tx } from '../db/unit-of-work.ts';

type Due = Pick<
	typeof message.$inferSelect,
	'kind' | 'channel' | 'appointmentId' | 'applicationId'
>;

/**
 * Whether a message that waited (a retry, a worker that was down) still says something true: a reminder of an
 * appointment that stands and is to come, an offer whose place is still kept, a renewal still to be made. Other kinds tell of what happened and
 * are always true.
 */
export async function isStillTrue(tx: Tx, due: Due): Promise<boolean> {
	if (due.kind === 'renewal-reminder') return isStillToRenew(tx, due.applicationId);
	if (!TIMELY.includes(due.kind) || !due.appointmentId) return true;
	const { state, startsAt, heldUntil } = appointment;
	const [row] = await tx
		.select({ state, startsAt, heldUntil })
		.from(appointment)
		.where(eq(appointment.id, due.appointmentId));
	if (!row || Temporal.Instant.compare(row.startsAt, now()) <= 0) return false;
	if (due.kind === 'appointment-reminder') return row.state === 'booked';
	return row.state === 'held' && row.heldUntil !== null && isHoldRunning(row.heldUntil, now());
}

/** Live, and the end of validity that was reminded of is still ahead: neither renewed nor struck off since. */
async function isStillToRenew(tx: Tx, applicationId: string | null): Promise<boolean> {
	if (!applicationId) return false;
	const [row] = await tx
		.select({ state: application.state, validUntil: application.validUntil })
		.from(application)
		.where(eq(application.id, applicationId));
	if (!row || !allows(row.state, 'renew')) return false;
	if (Temporal.PlainDate.compare(row.validUntil, today()) < 0) return false;
	const reminded = and(
		eq(renewalReminder.applicationId, applicationId),
		eq(renewalReminder.validUntil, row.validUntil),
		eq(renewalReminder.sent, true)
	);
	return (await tx.$count(renewalReminder, reminded)) > 0;
}

/** A timely message waits for a quiet hour to end, also when it is tried again; null when it may leave now. */
export function waitsUntil(due: Due): Temporal.Instant | null {
	if (!TIMELY.includes(due.kind)) return null;
	const moment = now();
	const leaves = leavesAt(moment, due.channel);
	return leaves.equals(moment) ? null : leaves;
}

/** Messages that we choose to send, and when; the others answer somebody who has just acted. */
const TIMELY: readonly string[] = ['appointment-reminder', 'waiting-offer', 'renewal-reminder'];
