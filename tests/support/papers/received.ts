import { expect } from '@playwright/test';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { paper } from '../../../src/lib/server/db/schema/documents.ts';
import {
	paperFile,
	paperPage,
	sealedObject
} from '../../../src/lib/server/db/schema/paper-content.ts';
import { unitOfWork } from '../../../src/lib/server/db/unit-of-work.ts';
import { openObject } from '../../../src/lib/server/documents/sealed-objects.ts';
import { vault } from '../../../src/lib/server/documents/vault.ts';
import { TESTING } from '../booking.ts';

/**
 * How long the worker may take. On a machine so busy that the antivirus or the workshop is late, a paper is held and
 * tried again a minute later: that is no fault.
 */
export const WORKER_MS = 150_000;

/** The files of a paper in their order, as they lie in the database of the running application. */
export const filesOf = (paperId: string) =>
	unitOfWork(TESTING, (tx) =>
		tx
			.select()
			.from(paperFile)
			.where(eq(paperFile.paperId, paperId))
			.orderBy(asc(paperFile.position), asc(paperFile.createdAt))
	);

/** Of the files of a paper those whose pages are not made, each with what it is known to wait for. */
const notDrawn = (paperId: string) =>
	unitOfWork(TESTING, (tx) =>
		tx
			.select({ state: paperFile.state, waitsFor: paper.waitingFor, tries: paper.prepareTries })
			.from(paperFile)
			.innerJoin(paper, eq(paper.id, paperFile.paperId))
			.where(and(eq(paperFile.paperId, paperId), isNull(paperFile.preparedAt)))
	);

/** The pictures of a paper's pages in their order, once the worker has made those of every file. */
export async function drawn(paperId: string): Promise<Buffer[]> {
	await expect.poll(() => notDrawn(paperId), { timeout: WORKER_MS }).toEqual([]);
	const rows = await unitOfWork(TESTING, (tx) =>
		tx
			.select({ object: sealedObject })
			.from(paperPage)
			.innerJoin(sealedObject, eq(sealedObject.id, paperPage.objectId))
			.where(eq(paperPage.paperId, paperId))
			.orderBy(asc(paperPage.number))
	);
	const pictures: Buffer[] = [];
	for (const { object } of rows) {
		pictures.push(Buffer.concat(await Array.fromAsync(openObject(await vault(), object))));
	}
	return pictures;
}

/** How many sealed contents of a paper there are. */
export async function contentsOf(paperId: string): Promise<number> {
	const rows = await unitOfWork(TESTING, (tx) =>
		tx.select().from(sealedObject).where(eq(sealedObject.paperId, paperId))
	);
	return rows.length;
}

export const stateOf = async (paperId: string) => {
	const [row] = await unitOfWork(TESTING, (tx) =>
		tx.select({ state: paper.state }).from(paper).where(eq(paper.id, paperId))
	);
	return row?.state;
};

/** Where a sent paper is on its way to be looked at. */
export const stateAndScan = async (paperId: string) => {
	const [row] = await unitOfWork(TESTING, (tx) =>
		tx
			.select({ state: paper.state, scan: paper.scan, preparedAt: paper.preparedAt })
			.from(paper)
			.where(eq(paper.id, paperId))
	);
	return row && { state: row.state, scan: row.scan, ready: row.preparedAt !== null };
};
