import { and, eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { mayBeShown, type Rotation } from '../../domain/documents/paper-codes.ts';
import { NotFound, Refused } from '../../domain/errors.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { paperPage, sealedObject } from '../db/schema/paper-content.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { lockPaper, mayOpenContent } from './access.ts';
import type { OpenedPaper } from './opened-paper.ts';

/**
 * Somebody looks at one page of a paper: pixels made here, never what was sent. An agent leaves a line in the journal
 * before the first byte, and sees nothing before the antivirus has spoken for the whole paper; pages exist only of
 * files it has passed, so their owner sees those of a draft as they come.
 *
 * @param input.number from 1
 * @throws NotFound for a stranger's paper, or a page that is not there (yet); Refused for a sensitive paper that this
 * agent may not read
 */
export async function openPage(
	tx: Tx,
	actor: Actor,
	input: { paperId: string; number: number }
): Promise<OpenedPaper> {
	const found = await lockPaper(tx, actor, input.paperId);
	if (!mayOpenContent(actor, found.sensitive)) throw new Refused('open-sensitive-paper');
	if (found.scan === 'infected') throw new NotFound('paper');
	if (actor.kind === 'agent' && !mayBeShown(found.scan)) throw new NotFound('paper');
	const [page] = await tx
		.select({ object: sealedObject, rotation: paperPage.rotation })
		.from(paperPage)
		.innerJoin(sealedObject, eq(sealedObject.id, paperPage.objectId))
		.where(and(eq(paperPage.paperId, found.id), eq(paperPage.number, input.number)));
	if (!page) throw new NotFound('paper');
	if (actor.kind === 'agent') {
		await recordAudit(tx, actor, {
			action: 'open-page',
			applicationId: found.applicationId,
			subjectKind: 'paper',
			subjectId: found.id,
			detail: { page: input.number }
		});
	}
	return {
		object: page.object,
		fileName: `page-${input.number}.jpg`,
		mediaType: 'image/jpeg',
		rotation: page.rotation as Rotation,
		inline: true
	};
}
