import type { HelperRight } from '../helpers/rights.ts';

/** Who acts. Every unit of work carries one; the database learns it with the transaction. */
export type Actor = Applicant | Helper | Agent | Visitor | System;

/** The person the request belongs to, signed in. */
export type Applicant = { kind: 'applicant'; accountId: string; applicationId: string };

/** Somebody whom applicants named to help them (relative, social worker), with an account of their own. */
export type Helper = {
	kind: 'helper';
	accountId: string;
	/** Their own name: it stands beside everything they do. */
	name: string;
	/** For whom they act on this page, and within what. Null where they act for nobody. */
	mandate: HeldMandate | null;
};

/** What an applicant allowed. Whether it still holds is asked again in every transaction. */
export type HeldMandate = {
	id: string;
	applicationId: string;
	rights: readonly HelperRight[];
	endsAt: Temporal.Instant;
};

/** A counter agent, or the head of the housing service who sees every counter. */
export type Agent = {
	kind: 'agent';
	staffId: string;
	name: string;
	role: 'agent' | 'head';
	counterIds: readonly string[];
	/** The head of service gave them the right to read papers on health, violence and guardianship. */
	readsSensitive?: boolean;
};

/** Somebody who has not signed in. */
export type Visitor = { kind: 'visitor' };

/** The software itself: a job, an import, a sign-in under way. It always says why. */
export type System = { kind: 'system'; reason: string };

export const VISITOR: Visitor = { kind: 'visitor' };

/** @param reason why the software acts by itself, e.g. "sne-import" */
export function system(reason: string): System {
	return { kind: 'system', reason };
}

/** The actor as one word for journals: `agent:<id>`, `system:<reason>`. Never a name. */
export function actorLabel(actor: Actor): string {
	return `${actor.kind}:${actorId(actor)}`;
}

/** The identifier part of {@link actorLabel}. */
export function actorId(actor: Actor): string {
	switch (actor.kind) {
		case 'applicant':
		case 'helper':
			return actor.accountId;
		case 'agent':
			return actor.staffId;
		case 'system':
			return actor.reason;
		case 'visitor':
			return '-';
	}
}
