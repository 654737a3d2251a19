import { eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { NotFound } from '../../domain/errors.ts';
import { paperCategory } from '../db/schema/documents.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { requireAgent } from './access.ts';
import type { PaperKind } from './queries.ts';

/** One kind of the catalogue, retired or not. @throws Refused for whoever is no agent; NotFound */
export async function kindByCode(tx: Tx, actor: Actor, code: string): Promise<PaperKind> {
	requireAgent(actor, 'read-paper-catalogue');
	const [found] = await tx.select().from(paperCategory).where(eq(paperCategory.code, code));
	if (!found) throw new NotFound('paper-kind');
	return found;
}
