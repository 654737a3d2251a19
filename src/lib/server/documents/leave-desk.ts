import { eq } from 'drizzle-orm';
import { paperDesk } from '../db/schema/documents.ts';
import type { Tx } from '../db/unit-of-work.ts';

/** Nobody has this paper before them any more: it was decided. */
export async function leaveDesk(tx: Tx, paperId: string): Promise<void> {
	await tx.delete(paperDesk).where(eq(paperDesk.paperId, paperId));
}
