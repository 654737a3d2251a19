import * as v from 'valibot';

/**
 * Why the counter cancels, as the person is told: a closed list, so that it can be said in their language and never
 * says more of an agent than it should.
 */
export const SERVICE_REASONS = [
	'counter-closed',
	'agent-absent',
	'technical',
	'wrong-motive',
	'other'
] as const;

export type ServiceReason = (typeof SERVICE_REASONS)[number];

export const ServiceReasonSchema = v.picklist(SERVICE_REASONS);

/** The reason of an appointment cancelled by the service; anything else that was written there is "other". */
export function serviceReason(kept: string | null): ServiceReason {
	return SERVICE_REASONS.find((reason) => reason === kept) ?? 'other';
}
