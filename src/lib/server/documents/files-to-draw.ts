import { and, asc, eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { Refused } from '../../domain/errors.ts';
import { paper } from '../db/schema/documents.ts';
import { paperFile, sealedObject } from '../db/schema/paper-content.ts';
import type { Tx } from '../db/unit-of-work.ts';
import type { Claimed } from './claim-preparation.ts';
import type { SealedRow } from './sealed-objects.ts';

export type FileToDraw = {
	id: string;
	paperId: string;
	applicationId: string;
	mediaType: string;
	object: SealedRow;
};

/** The files of a paper that have arrived and whose pages are not made, in order. */
export async function filesToDraw(tx: Tx, paperId: string): Promise<FileToDraw[]> {
	const rows = await tx
		.select({
			id: paperFile.id,
			paperId: paperFile.paperId,
			applicationId: paperFile.applicationId,
			mediaType: paperFile.mediaType,
			object: sealedObject
		})
		.from(paperFile)
		.innerJoin(sealedObject, eq(sealedObject.id, paperFile.objectId))
		.where(and(eq(paperFile.paperId, paperId), eq(paperFile.state, 'arrived')))
		.orderBy(asc(paperFile.position), asc(paperFile.id));
	return rows.map((row) => ({ ...row, mediaType: row.mediaType! }));
}

/** A draft with all its pages has nothing to wait for until it is sent, or until another file arrives. */
export async function restUntilSent(tx: Tx, actor: Actor, { paperId }: Claimed): Promise<void> {
	if (actor.kind !== 'system') throw new Refused('prepare-paper');
	const [found] = await tx
		.select({ id: paper.id })
		.from(paper)
		.where(and(eq(paper.id, paperId), eq(paper.state, 'receiving')))
		.for('update');
	if (!found || (await filesToDraw(tx, paperId)).length > 0) return;
	await tx
		.update(paper)
		.set({ prepareAt: null, prepareTries: 0, waitingFor: null })
		.where(eq(paper.id, paperId));
}
