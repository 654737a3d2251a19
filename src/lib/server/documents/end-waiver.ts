import { isNull } from 'drizzle-orm';
import { actorLabel, type Actor } from '../../domain/accounts/actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { now } from '../clock.ts';
import { unscannedWaiver } from '../db/schema/documents.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { requireSettingsEditor } from '../settings/access.ts';

/**
 * The acceptance ends: papers that are not drawn yet wait for an antivirus, those already drawn stay.
 * @throws Refused
 */
export async function endWaiver(tx: Tx, actor: Actor): Promise<void> {
	requireSettingsEditor(actor);
	const ended = await tx
		.update(unscannedWaiver)
		.set({ endedAt: now(), endedBy: actorLabel(actor) })
		.where(isNull(unscannedWaiver.endedAt))
		.returning({ id: unscannedWaiver.id });
	for (const { id } of ended) {
		await recordAudit(tx, actor, {
			action: 'end-unscanned-papers',
			applicationId: null,
			subjectKind: 'setting',
			subjectId: id
		});
	}
}
