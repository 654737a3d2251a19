import { and, eq, type SQL } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { NotFound } from '../../domain/errors.ts';
import { mandateStateAt } from '../../domain/helpers/mandate.ts';
import { isUuid } from '../applications/access.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { now } from '../clock.ts';
import { helperAccount } from '../db/schema/accounts.ts';
import { helperMandate } from '../db/schema/helpers.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { tellApplicant, tellHelper } from './announce-helper.ts';

/**
 * The applicant dismisses a helper, or the helper stops: at once, with every session they have open, since each request
 * asks again. What had begun is finished first. An invitation is withdrawn in the same way. Twice is one success.
 * @throws NotFound for a mandate that is neither theirs to give nor theirs to hold
 */
export async function stopMandate(tx: Tx, actor: Actor, input: { id: string }): Promise<void> {
	if (!isUuid(input.id)) throw new NotFound('mandate');
	const [row] = await tx
		.select()
		.from(helperMandate)
		.where(and(eq(helperMandate.id, input.id), isTheirs(actor)))
		.for('update');
	if (!row) throw new NotFound('mandate');
	const state = mandateStateAt(row, now());
	if (state !== 'running' && state !== 'invited') return;
	const stoppedBy = actor.kind === 'applicant' ? 'applicant' : 'helper';
	await tx
		.update(helperMandate)
		.set({ stoppedAt: now(), stoppedBy })
		.where(eq(helperMandate.id, row.id));
	await recordAudit(tx, actor, {
		action: 'stop-helper',
		applicationId: row.applicationId,
		subjectKind: 'helper-mandate',
		subjectId: row.id
	});
	await tellApplicant(tx, actor, { applicationId: row.applicationId, news: 'stopped' });
	if (row.accountId) await tellStopped(tx, actor, row.accountId);
}

function isTheirs(actor: Actor): SQL {
	if (actor.kind === 'applicant') return eq(helperMandate.applicationId, actor.applicationId);
	if (actor.kind === 'helper') return eq(helperMandate.accountId, actor.accountId);
	throw new NotFound('mandate');
}

async function tellStopped(tx: Tx, actor: Actor, accountId: string): Promise<void> {
	const [account] = await tx.select().from(helperAccount).where(eq(helperAccount.id, accountId));
	if (!account) return;
	const { channel, contact: address, locale } = account;
	await tellHelper(tx, actor, {
		contact: { channel, address },
		locale,
		news: 'over',
		path: '/accompagnement'
	});
}
