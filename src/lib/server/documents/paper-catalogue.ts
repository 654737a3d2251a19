import { asc, eq } from 'drizzle-orm';
import { paperCategory } from '../db/schema/documents.ts';
import type { Tx } from '../db/unit-of-work.ts';

export type CataloguePaper = Pick<
	typeof paperCategory.$inferSelect,
	| 'code'
	| 'groupCode'
	| 'level'
	| 'perPerson'
	| 'label'
	| 'explanation'
	| 'refused'
	| 'drawing'
	| 'confirmed'
>;

/** The papers that may be asked of anyone, in the order of the catalogue: public (CCH L441-2-6). */
export async function paperCatalogue(tx: Tx): Promise<CataloguePaper[]> {
	const { code, groupCode, level, perPerson, label, explanation } = paperCategory;
	const { refused, drawing, confirmed } = paperCategory;
	return tx
		.select({
			code,
			groupCode,
			level,
			perPerson,
			label,
			explanation,
			refused,
			drawing,
			confirmed
		})
		.from(paperCategory)
		.where(eq(paperCategory.active, true))
		.orderBy(asc(paperCategory.position));
}
