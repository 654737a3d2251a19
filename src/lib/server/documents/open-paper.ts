import { asc, eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { NotFound, Refused } from '../../domain/errors.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { paperFile, sealedObject } from '../db/schema/paper-content.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { lockPaper, mayOpenContent } from './access.ts';
import type { OpenedPaper } from './opened-paper.ts';

/**
 * Somebody reads a paper's content: its owner, or an agent, who leaves a line in the journal before the first byte.
 * @throws NotFound for a stranger's paper, an unknown one, or one whose content is destroyed; Refused for a sensitive
 * one that this agent may not read
 */
export async function openPaper(
	tx: Tx,
	actor: Actor,
	input: { paperId: string }
): Promise<OpenedPaper> {
	const found = await lockPaper(tx, actor, input.paperId);
	if (!mayOpenContent(actor, found.sensitive)) throw new Refused('open-sensitive-paper');
	const [file] = await tx
		.select({
			object: sealedObject,
			fileName: paperFile.fileName,
			mediaType: paperFile.mediaType
		})
		.from(paperFile)
		.innerJoin(sealedObject, eq(sealedObject.id, paperFile.objectId))
		.where(eq(paperFile.paperId, found.id))
		.orderBy(asc(paperFile.position))
		.limit(1);
	if (!file) throw new NotFound('paper');
	if (actor.kind === 'agent') {
		await recordAudit(tx, actor, {
			action: 'open-paper',
			applicationId: found.applicationId,
			subjectKind: 'paper',
			subjectId: found.id
		});
	}
	return { ...file, mediaType: file.mediaType!, rotation: 0 };
}
