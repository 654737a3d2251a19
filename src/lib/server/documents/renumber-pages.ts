import { eq, sql } from 'drizzle-orm';
import { paper } from '../db/schema/documents.ts';
import { paperFile, paperPage } from '../db/schema/paper-content.ts';
import type { Tx } from '../db/unit-of-work.ts';

/**
 * Numbers the pages of a paper from 1, in the order of its files, then in their own; and counts them. Call it with the
 * paper locked, after anything that adds, moves or removes one.
 */
export async function renumberPages(tx: Tx, paperId: string): Promise<void> {
	await tx.execute(sql`
		update ${paperPage} set number = ordered.number
		from (
			select p.id, row_number() over (order by f.position nulls last, p.number, p.id) as number
			from ${paperPage} p left join ${paperFile} f on f.id = p.file_id
			where p.paper_id = ${paperId}
		) ordered
		where ${paperPage.id} = ordered.id`);
	await tx
		.update(paper)
		.set({
			pageCount: sql`(select count(*) from ${paperPage} where ${paperPage.paperId} = ${paper.id})`
		})
		.where(eq(paper.id, paperId));
}
