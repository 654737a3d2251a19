import { and, eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { NotFound } from '../../domain/errors.ts';
import { isUuid } from '../applications/access.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { staffAccount } from '../db/schema/accounts.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { requireHead } from './access.ts';

/**
 * Gives an agent the right to read papers on health, violence and guardianship, or takes it back: person by person, as
 * SNE does (profile consultant_sensible). It holds from the agent's next click. Said twice, it is done once.
 * @throws Refused unless the head of service acts; NotFound for somebody who is no agent in service
 */
export async function setSensitiveRight(
	tx: Tx,
	actor: Actor,
	{ staffId, given }: { staffId: string; given: boolean }
): Promise<void> {
	requireHead(actor, 'set-sensitive-right');
	const [found] = isUuid(staffId)
		? await tx
				.select({ given: staffAccount.readsSensitive })
				.from(staffAccount)
				.where(
					and(
						eq(staffAccount.id, staffId),
						eq(staffAccount.active, true),
						eq(staffAccount.role, 'agent')
					)
				)
				.for('update')
		: [];
	if (!found) throw new NotFound('staff');
	if (found.given === given) return;
	await tx.update(staffAccount).set({ readsSensitive: given }).where(eq(staffAccount.id, staffId));
	await recordAudit(tx, actor, {
		action: given ? 'give-sensitive-right' : 'withdraw-sensitive-right',
		applicationId: null,
		subjectKind: 'staff',
		subjectId: staffId
	});
}
