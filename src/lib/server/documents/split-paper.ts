import { randomUUID, randomUUIDv7 } from 'node:crypto';
import { and, asc, eq, gte } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { RuleBroken } from '../../domain/errors.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { now } from '../clock.ts';
import { paper } from '../db/schema/documents.ts';
import { paperPage, sealedObject } from '../db/schema/paper-content.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { lockPaper, requireAgent, type LockedPaper } from './access.ts';
import { requireArrangeable } from './arrangeable.ts';
import { confirmKind, type RealKind } from './confirm-kind.ts';
import { copyPages, type PageCopy } from './copy-pages.ts';
import type { Within } from './deliver-paper.ts';
import { enqueuePreparation } from './enqueue-preparation.ts';
import { movePages } from './move-pages.ts';
import { renumberPages } from './renumber-pages.ts';
import { removeKept } from './sealed-objects.ts';
import type { Vault } from './vault.ts';

export type SplitInput = {
	paperId: string;
	/** First page of the new paper, from 2: a paper keeps one page at least. */
	from: number;
	/** What the new paper is, and of whom. */
	real: RealKind;
};

/**
 * An agent makes two papers of one that held two documents (SNE: one document a file). The new paper was received when
 * the old one was: its fifteen days are not begun anew. Two agents who cut at once: one does, the other is told.
 *
 * @returns the new paper's id
 * @throws NotFound; Refused; RuleBroken `split-nothing` for a page that is not inside, `pages-changed`,
 * `paper-not-ready`, `paper-not-arrangeable`, `paper-unknown-kind`, `paper-unknown-person`
 */
export async function splitPaper(
	vault: Vault,
	actor: Actor,
	input: SplitInput,
	within: Within
): Promise<{ paperId: string }> {
	const paperId = randomUUIDv7();
	const { applicationId, pages } = await within((tx) => pagesToMove(tx, actor, input));
	const copies = await copyPages(vault, pages, { applicationId, paperId });
	try {
		const dropped = await within((tx) =>
			cut(tx, actor, vault, { ...input, copies, newId: paperId })
		);
		await removeKept(vault.store, dropped);
	} finally {
		for (const { object } of copies) await vault.store.remove('incoming', object.storageKey);
	}
	return { paperId };
}

async function lockToSplit(tx: Tx, actor: Actor, { paperId, from }: SplitInput) {
	requireAgent(actor, 'split-paper');
	const found = await lockPaper(tx, actor, paperId);
	requireArrangeable(actor, found);
	if (from < 2 || from > found.pageCount) throw new RuleBroken('split-nothing');
	return found;
}

async function pagesToMove(tx: Tx, actor: Actor, input: SplitInput) {
	const { id, applicationId } = await lockToSplit(tx, actor, input);
	await confirmKind(tx, applicationId, input.real);
	const pages = await tx
		.select({ id: paperPage.id, object: sealedObject })
		.from(paperPage)
		.innerJoin(sealedObject, eq(sealedObject.id, paperPage.objectId))
		.where(and(eq(paperPage.paperId, id), gte(paperPage.number, input.from)))
		.orderBy(asc(paperPage.number));
	return { applicationId, pages };
}

async function cut(
	tx: Tx,
	actor: Actor,
	vault: Vault,
	input: SplitInput & { copies: readonly PageCopy[]; newId: string }
) {
	const found = await lockToSplit(tx, actor, input);
	const real = await confirmKind(tx, found.applicationId, input.real);
	await insertTwin(tx, found, input.newId, real);
	const dropped = await movePages(tx, vault.store, {
		copies: input.copies,
		toPaperId: input.newId
	});
	for (const id of [found.id, input.newId]) {
		await renumberPages(tx, id);
		await enqueuePreparation(tx, id);
	}
	await recordAudit(tx, actor, {
		action: 'split-paper',
		applicationId: found.applicationId,
		subjectKind: 'paper',
		subjectId: found.id,
		detail: { from: input.from, newPaper: input.newId, category: real.category }
	});
	return dropped;
}

/** A paper like the one it comes from, but for what it is. */
function insertTwin(tx: Tx, found: LockedPaper, id: string, real: RealKind) {
	const { applicationId, state, channel, sentBy, receivedAt, scan, scannedAt } = found;
	return tx.insert(paper).values({
		id,
		applicationId,
		personId: real.personId,
		categoryCode: real.category,
		state,
		channel,
		sentBy,
		sendingId: randomUUID(),
		createdAt: now(),
		receivedAt,
		scan,
		scannedAt
	});
}
