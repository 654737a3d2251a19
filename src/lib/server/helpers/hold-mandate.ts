import { and, eq } from 'drizzle-orm';
import type { Actor, Helper } from '../../domain/accounts/actor.ts';
import { NotFound, Refused } from '../../domain/errors.ts';
import { HELPER_ACTS, type HelperAct } from '../../domain/helpers/rights.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { helperMandate } from '../db/schema/helpers.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { running } from './access.ts';

export type Holding = { helper: Helper; applicationId: string };

/**
 * The door of everything a helper does: asks the database whether the mandate holds and allows this act, keeps its row
 * until the end of the transaction (who stops it meanwhile waits for what has begun, and nothing begins after), and
 * writes the line that the applicant reads.
 * @throws NotFound for another's mandate as for one that is over; Refused for what a running one does not allow
 */
export async function holdMandate(
	tx: Tx,
	actor: Actor,
	{ act }: { act: HelperAct }
): Promise<Holding> {
	if (actor.kind !== 'helper' || !actor.mandate) throw new NotFound('mandate');
	const [found] = await tx
		.select({ applicationId: helperMandate.applicationId, rights: helperMandate.rights })
		.from(helperMandate)
		.where(and(eq(helperMandate.id, actor.mandate.id), running(actor.accountId)))
		.for('share');
	if (!found) throw new NotFound('mandate');
	if (!found.rights.includes(HELPER_ACTS[act])) throw new Refused(act);
	await recordAudit(tx, actor, {
		action: act,
		applicationId: found.applicationId,
		subjectKind: 'helper-mandate',
		subjectId: actor.mandate.id
	});
	return { helper: actor, applicationId: found.applicationId };
}
