import { eq } from 'drizzle-orm';
import { actorLabel, type Actor } from '../../domain/accounts/actor.ts';
import { RuleBroken } from '../../domain/errors.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { answerWords } from '../changes/close-proposal.ts';
import { counterInName } from '../changes/counter-in-name.ts';
import { now } from '../clock.ts';
import { renewalConfirmation } from '../db/schema/renewals.ts';
import { sneOutbox } from '../db/schema/sne.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { lockConfirmation } from './access.ts';
import { announceRenewal } from './announce-renewal.ts';

/**
 * The renewal cannot be entered as it is: the person reads why, and may confirm again.
 * @throws NotFound to anybody but an agent of the territory; RuleBroken `answer-missing`, `answer-too-long`,
 * `renewal-closed`
 */
export async function refuseRenewal(
	tx: Tx,
	actor: Actor,
	input: { id: string; answer: string }
): Promise<void> {
	const { agent, row } = await lockConfirmation(tx, actor, input.id);
	if (row.state !== 'confirmed') throw new RuleBroken('renewal-closed');
	const answer = answerWords(input.answer);
	if (answer === null) throw new RuleBroken('answer-missing');
	const at = now();
	await tx
		.update(renewalConfirmation)
		.set({
			state: 'not_possible',
			answer,
			answeredAt: at,
			answeredBy: actorLabel(actor),
			answeredFor: await counterInName(tx, agent, row.applicationId)
		})
		.where(eq(renewalConfirmation.id, row.id));
	if (row.outboxId) {
		await tx
			.update(sneOutbox)
			.set({ state: 'failed', doneAt: at })
			.where(eq(sneOutbox.id, row.outboxId));
	}
	await recordAudit(tx, actor, {
		action: 'refuse-renewal',
		applicationId: row.applicationId,
		subjectKind: 'renewal',
		subjectId: row.id
	});
	await announceRenewal(tx, actor, row.applicationId, 'not_possible');
}
