import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { system } from '../../../src/lib/domain/accounts/actor.ts';
import { now } from '../../../src/lib/server/clock.ts';
import { paper } from '../../../src/lib/server/db/schema/documents.ts';
import { paperFile, paperPage } from '../../../src/lib/server/db/schema/paper-content.ts';
import { unitOfWork } from '../../../src/lib/server/db/unit-of-work.ts';
import {
	keepObjects,
	sealObject,
	type NewObject
} from '../../../src/lib/server/documents/sealed-objects.ts';
import type { Vault } from '../../../src/lib/server/documents/vault.ts';
import { inParts } from './vault.ts';

const READY = system('test');

/** A page of one colour, which tells it from the others. */
export function colouredPage(colour: string): Promise<Buffer> {
	const sheet = { width: 120, height: 170, channels: 3, background: colour } as const;
	return sharp({ create: sheet }).jpeg().toBuffer();
}

/**
 * What the worker makes of a paper: pages that can be looked at and the cleaned file, as if the antivirus had passed it.
 * One page a colour.
 */
export async function makeReady(
	vault: Vault,
	paperId: string,
	colours: readonly string[] = ['white']
): Promise<void> {
	const ofPaper = await unitOfWork(READY, async (tx) => {
		const [found] = await tx
			.select({ applicationId: paper.applicationId })
			.from(paper)
			.where(eq(paper.id, paperId));
		return { applicationId: found!.applicationId, paperId };
	});
	const pages: NewObject[] = [];
	for (const colour of colours) {
		pages.push(await sealObject(vault, ofPaper, 'page', inParts(await colouredPage(colour))));
	}
	const clean = await sealObject(vault, ofPaper, 'clean', inParts(Buffer.from('%PDF-1.4 clean')));
	await unitOfWork(READY, async (tx) => {
		await keepObjects(tx, vault.store, [...pages, clean]);
		await tx.insert(paperPage).values(
			pages.map(({ id: objectId }, index) => ({
				paperId,
				number: index + 1,
				width: 120,
				height: 170,
				objectId
			}))
		);
		await tx
			.update(paperFile)
			.set({ objectId: null, preparedAt: now() })
			.where(eq(paperFile.paperId, paperId));
		await tx
			.update(paper)
			.set({
				scan: 'clean',
				scannedAt: now(),
				pageCount: pages.length,
				cleanObjectId: clean.id,
				preparedAt: now(),
				prepareAt: null
			})
			.where(eq(paper.id, paperId));
	});
}
