import type { Actor } from '../../domain/accounts/actor.ts';
import type { ServiceReason } from '../../domain/appointments/service-cancellation.ts';
import { can } from '../../domain/appointments/states.ts';
import { RuleBroken } from '../../domain/errors.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { announce } from './announce.ts';
import { takeOwnAppointment } from './find-own-appointment.ts';
import { requireAgent } from './for-person.ts';
import { writeState } from './write-state.ts';

export type CancelByServiceInput = {
	id: string;
	/** One of a closed list: the person is told it, in their language. */
	reason: ServiceReason;
};

/**
 * The counter cancels an appointment: never counted against the person, who is still to be received within the delay
 * (CCH L441-2-8 I). The place is free again, the person is told why. Cancelling twice is one success.
 *
 * @throws NotFound for whoever is no agent and for an appointment of another's counter; RuleBroken
 * `forbidden-transition` once the interview has begun or is over
 */
export async function cancelByService(
	tx: Tx,
	actor: Actor,
	{ id, reason }: CancelByServiceInput
): Promise<void> {
	const agent = requireAgent(actor);
	const { row } = await takeOwnAppointment(tx, agent, { id });
	if (row.state === 'cancelled_by_service') return;
	if (!can('cancel-by-service', row.state, 'agent')) {
		throw new RuleBroken('forbidden-transition', { from: row.state, action: 'cancel-by-service' });
	}
	await writeState(
		tx,
		agent,
		{ id: row.id, from: row.state, to: 'cancelled_by_service', reason },
		{ sequence: row.sequence + 1, cancellationReason: reason }
	);
	await announce(tx, agent, row.id, 'cancelled');
	await recordAudit(tx, agent, {
		action: 'cancel-by-service',
		applicationId: row.applicationId,
		subjectKind: 'appointment',
		subjectId: row.id,
		detail: { reason }
	});
}
