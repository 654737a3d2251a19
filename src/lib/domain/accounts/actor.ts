/** Who acts. Every unit of work carries one; the database learns it with the transaction. */
export type Actor = Applicant | Helper | Agent | Visitor | System;

/** The person the request belongs to, signed in. */
export type Applicant = { kind: 'applicant'; accountId: string; applicationId: string };

/** Somebody the applicant named to help (relative, social worker), within what they allowed. */
export type Helper = { kind: 'helper'; accountId: string; applicationId: string };

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
