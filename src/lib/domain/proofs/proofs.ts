import type { AppointmentState } from '../appointments/states.ts';
import type { EventKind } from '../applications/event-kinds.ts';

/** The papers that can be printed, by the name in their address, with what asks for them. */
export const PROOFS = {
	/** R441-2-4: what the attestation says, item by item. Official ones come from the registering counter or SNE. */
	enregistrement: { authority: 'R441-2-4' },
	/** R441-2-7: what is said again at each renewal. */
	renouvellement: { authority: 'R441-2-7' },
	/** R441-2-17 1°: what is registered, to hand to whoever helps. */
	'ma-demande': { authority: 'R441-2-17 1°' },
	/** R441-2-17 5°, L441-2-2: the decision, with rank, condition and motives. */
	decision: { authority: 'R441-2-17 5°' },
	'rendez-vous': { authority: 'L441-2-8' }
} as const;

export type ProofKind = keyof typeof PROOFS;
export const PROOF_KINDS = Object.keys(PROOFS) as ProofKind[];

export function isProofKind(text: string): text is ProofKind {
	return Object.hasOwn(PROOFS, text);
}

/** The five decisions of a commission (R441-3 a to e). */
export const DECISIONS = [
	'decided_granted',
	'decided_ranked',
	'decided_conditional',
	'decided_not_granted',
	'decided_inadmissible'
] as const satisfies readonly EventKind[];
export type Decision = (typeof DECISIONS)[number];

export function isDecision(kind: EventKind): kind is Decision {
	return (DECISIONS as readonly string[]).includes(kind);
}

/** What there is to print for a request: nothing is proved that did not happen. */
export function availableProofs(request: {
	renewedOn: unknown;
	events: readonly { kind: EventKind }[];
	hasAppointment: boolean;
}): ProofKind[] {
	const has: Readonly<Record<ProofKind, boolean>> = {
		enregistrement: true,
		renouvellement: Boolean(request.renewedOn),
		'ma-demande': true,
		decision: request.events.some(({ kind }) => isDecision(kind)),
		'rendez-vous': request.hasAppointment
	};
	return PROOF_KINDS.filter((kind) => has[kind]);
}

/** The appointment a slip is printed of: of those that stand and are to come, the first. */
export function nextOf<Visit extends { state: AppointmentState; startsAt: Temporal.Instant }>(
	visits: readonly Visit[],
	now: Temporal.Instant
): Visit | null {
	const ahead = visits.filter(
		({ state, startsAt }) => state === 'booked' && Temporal.Instant.compare(startsAt, now) > 0
	);
	return ahead.sort((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt))[0] ?? null;
}
