import { actorId, type Actor } from '../../domain/accounts/actor.ts';
import { now } from '../clock.ts';
import { auditEntry } from '../db/schema/audit.ts';
import type { Tx } from '../db/unit-of-work.ts';

export type AuditInput = {
	/** What was done, kebab-case: "view-application", "download-paper". */
	action: string;
	applicationId: string | null;
	subjectKind: string;
	subjectId: string;
	/** Identifiers and counts only; never a name or a content. */
	detail?: Record<string, string | number | boolean | null>;
};

/**
 * Writes one line of the journal of accesses, in the transaction of what it tells about: no look without its line.
 * The line can be neither changed nor deleted (migration 0002).
 */
export async function recordAudit(tx: Tx, actor: Actor, input: AuditInput): Promise<void> {
	await tx.insert(auditEntry).values({
		at: now(),
		actorKind: actor.kind,
		actorId: actorId(actor),
		action: input.action,
		applicationId: input.applicationId,
		subjectKind: input.subjectKind,
		subjectId: input.subjectId,
		detail: input.detail ?? {}
	});
}
