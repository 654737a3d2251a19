import { desc, isNull } from 'drizzle-orm';
import { unscannedWaiver } from '../db/schema/documents.ts';
import type { Tx } from '../db/unit-of-work.ts';

export type Waiver = Pick<
	typeof unscannedWaiver.$inferSelect,
	'id' | 'statement' | 'givenAt' | 'givenBy'
>;

/** The written acceptance of papers that no antivirus has seen, while it stands; null without one. */
export async function waiverInForce(tx: Tx): Promise<Waiver | null> {
	const { id, statement, givenAt, givenBy } = unscannedWaiver;
	const [found] = await tx
		.select({ id, statement, givenAt, givenBy })
		.from(unscannedWaiver)
		.where(isNull(unscannedWaiver.endedAt))
		.orderBy(desc(unscannedWaiver.givenAt))
		.limit(1);
	return found ?? null;
}
