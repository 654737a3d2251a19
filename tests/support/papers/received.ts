import { asc, eq } from 'drizzle-orm';
import { paper } from '../../../src/lib/server/db/schema/documents.ts';
import { paperFile, sealedObject } from '../../../src/lib/server/db/schema/paper-content.ts';
import { unitOfWork } from '../../../src/lib/server/db/unit-of-work.ts';
import { openObject } from '../../../src/lib/server/documents/sealed-objects.ts';
import { vault } from '../../../src/lib/server/documents/vault.ts';
import { TESTING } from '../booking.ts';

/** The files of a paper in their order, as they lie in the database of the running application. */
export const filesOf = (paperId: string) =>
	unitOfWork(TESTING, (tx) =>
		tx
			.select()
			.from(paperFile)
			.where(eq(paperFile.paperId, paperId))
			.orderBy(asc(paperFile.position), asc(paperFile.createdAt))
	);

/** What the server received of a paper, file by file, in clear. */
export async function received(paperId: string): Promise<Buffer[]> {
	const contents: Buffer[] = [];
	for (const { objectId } of await filesOf(paperId)) {
		const [row] = await unitOfWork(TESTING, (tx) =>
			tx.select().from(sealedObject).where(eq(sealedObject.id, objectId!))
		);
		contents.push(Buffer.concat(await Array.fromAsync(await openObject(await vault(), row!))));
	}
	return contents;
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
