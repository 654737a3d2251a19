import { asc } from 'drizzle-orm';
import { commune } from '../db/schema/counters.ts';
import type { Tx } from '../db/unit-of-work.ts';

/** The communes of the territory, by INSEE code, in alphabetical order of their names. */
export async function territoryCommunes(tx: Tx): Promise<Map<string, string>> {
	const rows = await tx
		.select({ insee: commune.insee, name: commune.name })
		.from(commune)
		.orderBy(asc(commune.name));
	return new Map(rows.map(({ insee, name }) => [insee, name]));
}
