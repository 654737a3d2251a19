import { and, eq } from 'drizzle-orm';
import type { Actor, Agent } from '../../domain/accounts/actor.ts';
import { allows } from '../../domain/applications/state-rules.ts';
import { validityOn } from '../../domain/applications/validity.ts';
import { NotFound, RuleBroken } from '../../domain/errors.ts';
import { isUuid, visibleApplications } from '../applications/access.ts';
import { today } from '../clock.ts';
import { application } from '../db/schema/applications.ts';
import { renewalConfirmation } from '../db/schema/renewals.ts';
import type { Tx } from '../db/unit-of-work.ts';

export type ConfirmationRow = typeof renewalConfirmation.$inferSelect;

/**
 * The request of whoever acts for it, locked, on a day on which it may be renewed: from 60 days before the end of its
 * validity to its last day.
 * @throws NotFound for anybody else; RuleBroken `renewal-not-live`, `renewal-not-open` (facts: opensOn),
 * `renewal-too-late`
 */
export async function lockRenewable(tx: Tx, actor: Actor) {
	if (actor.kind !== 'applicant') throw new NotFound('application');
	const [found] = await tx
		.select()
		.from(application)
		.where(eq(application.id, actor.applicationId))
		.for('update');
	if (!found) throw new NotFound('application');
	if (!allows(found.state, 'renew')) throw new RuleBroken('renewal-not-live');
	const validity = validityOn(today(), found.filedOn, found.renewedOn ? [found.renewedOn] : []);
	if (validity.phase === 'expired') throw new RuleBroken('renewal-too-late');
	if (validity.phase === 'valid') {
		throw new RuleBroken('renewal-not-open', { opensOn: validity.renewalOpensOn.toString() });
	}
	return {
		applicationId: found.id,
		validUntil: found.validUntil,
		opensOn: validity.renewalOpensOn
	};
}

/**
 * One confirmation, its request and its row locked.
 * @throws NotFound to whoever is no agent of the territory, and for one that is only begun: nobody else sees a draft
 */
export async function lockConfirmation(
	tx: Tx,
	actor: Actor,
	id: string
): Promise<{ agent: Agent; row: ConfirmationRow }> {
	if (actor.kind !== 'agent' || !isUuid(id)) throw new NotFound('renewal');
	const [seen] = await tx
		.select({ applicationId: application.id })
		.from(renewalConfirmation)
		.innerJoin(application, eq(application.id, renewalConfirmation.applicationId))
		.where(and(eq(renewalConfirmation.id, id), visibleApplications(actor)));
	if (!seen) throw new NotFound('renewal');
	await tx
		.select({ id: application.id })
		.from(application)
		.where(eq(application.id, seen.applicationId))
		.for('update');
	const [row] = await tx
		.select()
		.from(renewalConfirmation)
		.where(eq(renewalConfirmation.id, id))
		.for('update');
	if (!row || row.state === 'draft') throw new NotFound('renewal');
	return { agent: actor, row };
}
