import {
	serviceReason,
	type ServiceReason
} from '../../domain/appointments/service-cancellation.ts';
import * as m from '../../paraglide/messages.js';
import type { Locale } from '../../paraglide/runtime.js';
import type { AppointmentRow } from './own-appointments.ts';

const WORDS: Readonly<Record<ServiceReason, typeof m.reception_because_other>> = {
	'counter-closed': m.reception_because_counter_closed,
	'agent-absent': m.reception_because_agent_absent,
	technical: m.reception_because_technical,
	'wrong-motive': m.reception_because_wrong_motive,
	other: m.reception_because_other
};

/** Why the counter cancelled, as the person reads it; null for any other appointment. */
export function cancelledBecause(
	row: Pick<AppointmentRow, 'state' | 'cancellationReason'>,
	locale: string
): string | null {
	if (row.state !== 'cancelled_by_service') return null;
	return WORDS[serviceReason(row.cancellationReason)]({}, { locale: locale as Locale });
}
