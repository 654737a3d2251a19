import type { Actor } from '../../domain/accounts/actor.ts';
import { can } from '../../domain/appointments/states.ts';
import { brokenWindow } from '../../domain/appointments/windows.ts';
import { RuleBroken } from '../../domain/errors.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { now } from '../clock.ts';
import { windowsOf } from '../counters/counter-settings.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { endVisitorWait } from '../waiting/leave-by-link.ts';
import { announce } from './announce.ts';
import { takeOwnAppointment, type AppointmentKey } from './find-own-appointment.ts';
import { writeState } from './write-state.ts';

export type CancelInput = AppointmentKey & {
	/** Asked, never demanded. */
	reason?: string | null;
};

/** A reason is a line, not a letter. */
export const REASON_LENGTH = 300;

/**
 * Gives an appointment back, in the name of the person: until the counter's limit (one hour) for themselves, until the start for an
 * agent whom they asked. Cancelling twice is one success. Queues the notice.
 *
 * @throws NotFound for a stranger's appointment; RuleBroken `forbidden-transition`, `too-late-to-cancel`
 */
export async function cancelAppointment(tx: Tx, actor: Actor, input: CancelInput): Promise<void> {
	const { row, as } = await takeOwnAppointment(tx, actor, input);
	if (row.state === 'cancelled_by_applicant') return;
	if (!can('cancel', row.state, as)) {
		throw new RuleBroken('forbidden-transition', { from: row.state, action: 'cancel' });
	}
	const broken = brokenWindow('cancel', as, row, now(), await windowsOf(tx, row.counterId));
	if (broken) throw new RuleBroken(broken);
	const others = {
		sequence: row.sequence + 1,
		cancellationReason: input.reason?.trim().slice(0, REASON_LENGTH) || null
	};
	await writeState(
		tx,
		actor,
		{ id: row.id, from: row.state, to: 'cancelled_by_applicant' },
		others
	);
	await endVisitorWait(tx, actor, row);
	await announce(tx, actor, row.id, 'cancelled');
	if (actor.kind === 'agent') {
		const subject = {
			subjectKind: 'appointment',
			subjectId: row.id,
			applicationId: row.applicationId
		};
		await recordAudit(tx, actor, { action: 'cancel-appointment', ...subject });
	}
}
