import { sql } from 'drizzle-orm';
import { paperFile, paperPage } from '../db/schema/paper-content.ts';
import type { Tx } from '../db/unit-of-work.ts';

/** Numbers the pages of a draft from 1, in the order of its files, then in their own, after one moved or left. */
export async function orderPages(tx: Tx, paperId: string): Promise<void> {
	await tx.execute(sql`
		update ${paperPage} set number = ordered.number
		from (
			select p.id, row_number() over (order by f.position nulls last, p.number, p.id) as number
			from ${paperPage} p left join ${paperFile} f on f.id = p.file_id
			where p.paper_id = ${paperId}
		) ordered
		where ${paperPage.id} = ordered.id`);
}
