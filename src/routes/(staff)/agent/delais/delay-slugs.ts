import type { QueuedDelay } from '$lib/server/delays/delays-started.ts';

/** A delay's list by its address, in French as all addresses. */
export const DELAY_SLUGS = {
	attestation: 'attestation',
	papers: 'pieces',
	abnormal: 'attente'
} as const satisfies Record<QueuedDelay, string>;
