import { and, count, desc, eq, sql } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { built, type Given } from '../db/built.ts';
import { paper, paperCategory } from '../db/schema/documents.ts';
import { paperFile } from '../db/schema/paper-content.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { requireOwner } from './access.ts';

/** A document begun and not sent yet. */
export type MyDraft = Awaited<ReturnType<typeof myDrafts>>[number];

/**
 * The documents that this person began on their own device and has not sent, the one touched last first: whoever comes
 * back after their browser was killed is led to it.
 */
export async function myDrafts(tx: Tx, actor: Actor) {
	const { applicationId } = requireOwner(actor, 'send-paper');
	return drafts(tx, { applicationId });
}

const drafts = built((tx, { applicationId }: Given<'applicationId'>) =>
	tx
		.select({
			id: paper.id,
			category: paper.categoryCode,
			personId: paper.personId,
			label: paperCategory.label,
			expiresAt: paper.expiresAt,
			files: count(paperFile.id)
		})
		.from(paper)
		.innerJoin(paperCategory, eq(paperCategory.code, paper.categoryCode))
		.leftJoin(paperFile, eq(paperFile.paperId, paper.id))
		.where(
			and(
				eq(paper.applicationId, applicationId),
				eq(paper.state, 'receiving'),
				eq(paper.channel, 'phone')
			)
		)
		.groupBy(paper.id, paperCategory.code)
		.orderBy(desc(sql`coalesce(max(${paperFile.lastByteAt}), ${paper.createdAt})`))
);
