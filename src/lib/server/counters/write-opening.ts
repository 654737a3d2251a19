import { eq } from 'drizzle-orm';
import type { OpeningDraft } from '../../domain/counters/changes.ts';
import { opening, openingDesk, openingMotive } from '../db/schema/counters.ts';
import type { Tx } from '../db/unit-of-work.ts';

/**
 * Writes an opening with its desks and motives; with an id, in the place of what it was.
 * @returns the id of the opening
 */
export async function writeOpening(
	tx: Tx,
	counterId: string,
	{ deskIds, motiveCodes, ...hours }: OpeningDraft,
	id?: string
): Promise<string> {
	const openingId = id ?? (await insert(tx, { counterId, ...hours }));
	if (id) {
		await tx.update(opening).set(hours).where(eq(opening.id, id));
		await tx.delete(openingDesk).where(eq(openingDesk.openingId, id));
		await tx.delete(openingMotive).where(eq(openingMotive.openingId, id));
	}
	await tx.insert(openingDesk).values(deskIds.map((deskId) => ({ openingId, deskId })));
	await tx
		.insert(openingMotive)
		.values(motiveCodes.map((motiveCode) => ({ openingId, motiveCode })));
	return openingId;
}

async function insert(tx: Tx, row: typeof opening.$inferInsert): Promise<string> {
	const [added] = await tx.insert(opening).values(row).returning({ id: opening.id });
	return added!.id;
}
