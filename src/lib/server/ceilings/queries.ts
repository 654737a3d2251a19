import { asc, desc } from 'drizzle-orm';
import { tablesFor } from '../../domain/ceilings/tables.ts';
import { ceilingTable } from '../db/schema/ceilings.ts';
import type { Tx } from '../db/unit-of-work.ts';

/** Every table of ceilings, the newest year first: public. */
export function listCeilingTables(tx: Tx) {
	return tx
		.select()
		.from(ceilingTable)
		.orderBy(desc(ceilingTable.year), asc(ceilingTable.programme));
}

export type CeilingTableView = Awaited<ReturnType<typeof listCeilingTables>>[number];

/** Those to compare a request of that year with, one a programme. */
export async function ceilingTablesOf(tx: Tx, year: number): Promise<CeilingTableView[]> {
	return tablesFor(await listCeilingTables(tx), year);
}
