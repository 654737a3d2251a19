import type { Actor } from '../../domain/accounts/actor.ts';
import { Refused } from '../../domain/errors.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { requireOpeningsEditor } from './access.ts';
import { counterBySlug } from './queries.ts';

/**
 * The id of a counter whose desks and settings the actor may change.
 * @throws Refused for whoever is no agent; NotFound for an unknown counter and for the agent of another one
 */
export async function ownCounterId(tx: Tx, actor: Actor, slug: string): Promise<string> {
	if (actor.kind !== 'agent' && actor.kind !== 'system') throw new Refused('edit-openings');
	const { id } = await counterBySlug(tx, slug);
	requireOpeningsEditor(actor, id);
	return id;
}

/** The line in the journal for what was done to a counter. */
export async function auditCounter(
	tx: Tx,
	actor: Actor,
	counterId: string,
	action: string,
	detail: Record<string, string | number | boolean | null> = {}
): Promise<void> {
	const subject = { applicationId: null, subjectKind: 'counter', subjectId: counterId };
	await recordAudit(tx, actor, { action, ...subject, detail });
}
