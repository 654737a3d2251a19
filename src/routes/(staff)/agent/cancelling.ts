import * as v from 'valibot';
import type { Actor } from '$lib/domain/accounts/actor.ts';
import { ServiceReasonSchema } from '$lib/domain/appointments/service-cancellation.ts';
import { actionsFrom, type AppointmentState } from '$lib/domain/appointments/states.ts';
import { cancelAppointment } from '$lib/server/appointments/cancel-appointment.ts';
import { cancelByService } from '$lib/server/appointments/cancel-by-service.ts';
import type { Tx } from '$lib/server/db/unit-of-work.ts';

/** Who gives the appointment back: the person, or the counter, which says why. */
export const Cancelling = v.variant('qui', [
	v.strictObject({ qui: v.literal('person'), raison: v.optional(v.string()) }),
	v.strictObject({ qui: v.literal('service'), raison: ServiceReasonSchema })
]);

/** The field that a form of {@link Cancelling} lacks. */
export function missingIn(values: Record<string, string>): Record<string, string> {
	const field = ['person', 'service'].includes(values['qui'] ?? '') ? 'raison' : 'qui';
	return { [field]: 'choose' };
}

export async function cancelAs(
	tx: Tx,
	actor: Actor,
	id: string,
	answer: v.InferOutput<typeof Cancelling>
): Promise<void> {
	if (answer.qui === 'person') await cancelAppointment(tx, actor, { id });
	else await cancelByService(tx, actor, { id, reason: answer.raison });
}

/** Whether the person may still ask for it, and whether the counter still can. */
export function cancelChoices(state: AppointmentState) {
	const possible = actionsFrom(state, 'agent');
	return {
		forPerson: possible.includes('cancel'),
		byService: possible.includes('cancel-by-service')
	};
}
