import type { Actor } from '../../domain/accounts/actor.ts';
import { noteBody } from '../../domain/conversations/body.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { now } from '../clock.ts';
import { paperNote } from '../db/schema/documents.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { lockPaper, requireAgent } from './access.ts';

/**
 * An agent leaves a line on a paper for the other agents. The applicant does not see it (they may ask for a copy, GDPR
 * art. 15); it goes with the paper.
 * @throws NotFound; RuleBroken `note-missing`, `note-too-long`
 */
export async function writePaperNote(
	tx: Tx,
	actor: Actor,
	input: { paperId: string; text: string }
): Promise<void> {
	const agent = requireAgent(actor, 'write-paper-note');
	const text = noteBody(input.text);
	const found = await lockPaper(tx, actor, input.paperId);
	await tx
		.insert(paperNote)
		.values({ paperId: found.id, staffId: agent.staffId, text, writtenAt: now() });
	await recordAudit(tx, actor, {
		action: 'write-paper-note',
		applicationId: found.applicationId,
		subjectKind: 'paper',
		subjectId: found.id
	});
}
