import { eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import type { PaperTrouble } from '../../domain/documents/paper-codes.ts';
import { paperStateAfter } from '../../domain/documents/states.ts';
import { Refused } from '../../domain/errors.ts';
import { now } from '../clock.ts';
import { paper } from '../db/schema/documents.ts';
import { paperFile } from '../db/schema/paper-content.ts';
import type { Tx } from '../db/unit-of-work.ts';
import type { StorageKey } from '../ports/storage.ts';
import { destroyContent } from './destroy-content.ts';
import { dropObjects } from './sealed-objects.ts';

/**
 * A file that cannot be used goes at once, and its owner reads why. In a draft that file alone, for the others may be
 * good; of a paper that was sent, all of it, since it must be sent again whole.
 * @returns the objects to remove after the commit
 */
export async function refuseContent(
	tx: Tx,
	actor: Actor,
	{ fileId, trouble }: { fileId: string; trouble: PaperTrouble }
): Promise<StorageKey[]> {
	if (actor.kind !== 'system') throw new Refused('prepare-paper');
	const [found] = await tx
		.select({ file: paperFile, paper })
		.from(paperFile)
		.innerJoin(paper, eq(paper.id, paperFile.paperId))
		.where(eq(paperFile.id, fileId))
		.for('update');
	if (!found) return [];
	const scan = trouble === 'infected' ? ({ scan: 'infected', scannedAt: now() } as const) : {};
	if (found.paper.state !== 'receiving') {
		const action = trouble === 'infected' ? 'refuse_infected' : 'refuse_content';
		const state = paperStateAfter(found.paper.state, action, 'system');
		return destroyContent(tx, found.paper.id, { state, trouble, ...scan });
	}
	await tx
		.update(paperFile)
		.set({
			state: 'refused',
			trouble,
			objectId: null,
			sha256: null,
			...(scan.scan && { scan: scan.scan })
		})
		.where(eq(paperFile.id, fileId));
	return dropObjects(tx, found.file.objectId === null ? [] : [found.file.objectId]);
}
