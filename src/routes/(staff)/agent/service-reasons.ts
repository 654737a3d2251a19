import type { ServiceReason } from '$lib/domain/appointments/service-cancellation.ts';
import * as m from '$lib/paraglide/messages.js';

/** The reasons that an agent chooses among, in the very words that the person reads. */
export const SERVICE_REASON_WORDS: Readonly<Record<ServiceReason, () => string>> = {
	'counter-closed': m.reception_because_counter_closed,
	'agent-absent': m.reception_because_agent_absent,
	technical: m.reception_because_technical,
	'wrong-motive': m.reception_because_wrong_motive,
	other: m.reception_because_other
};
