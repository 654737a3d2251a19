import { eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { mayBeShown } from '../../domain/documents/paper-codes.ts';
import { NotFound, Refused } from '../../domain/errors.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { sealedObject } from '../db/schema/paper-content.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { lockPaper, mayOpenContent } from './access.ts';
import type { OpenedPaper } from './opened-paper.ts';

/**
 * Somebody takes the cleaned file of a paper: one PDF made of the pictures of its pages, which holds nothing else.
 * This is what goes to SNE. An agent leaves a line of its own in the journal: it is more than a look.
 * @throws NotFound for a stranger's paper, or one that is not ready (yet) or destroyed; Refused for a sensitive paper
 * that this agent may not read
 */
export async function openClean(
	tx: Tx,
	actor: Actor,
	input: { paperId: string }
): Promise<OpenedPaper> {
	const found = await lockPaper(tx, actor, input.paperId);
	if (!mayOpenContent(actor, found.sensitive)) throw new Refused('open-sensitive-paper');
	if (!mayBeShown(found.scan) || found.cleanObjectId === null) throw new NotFound('paper');
	const [object] = await tx
		.select()
		.from(sealedObject)
		.where(eq(sealedObject.id, found.cleanObjectId));
	if (!object) throw new NotFound('paper');
	if (actor.kind === 'agent') {
		await recordAudit(tx, actor, {
			action: 'download-paper',
			applicationId: found.applicationId,
			subjectKind: 'paper',
			subjectId: found.id
		});
	}
	return {
		object,
		fileName: `${found.categoryCode.replaceAll('_', '-')}.pdf`,
		mediaType: 'application/pdf',
		rotation: 0,
		inline: false
	};
}
