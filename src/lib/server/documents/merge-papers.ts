import { asc, eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { PAGES_MAX } from '../../domain/documents/page-limits.ts';
import { paperStateAfter } from '../../domain/documents/states.ts';
import { NotFound, RuleBroken } from '../../domain/errors.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { paper } from '../db/schema/documents.ts';
import { paperPage, sealedObject } from '../db/schema/paper-content.ts';
import type { Tx } from '../db/unit-of-work.ts';
import type { StorageKey } from '../ports/storage.ts';
import { lockPaper, requireAgent, type LockedPaper } from './access.ts';
import { requireArrangeable } from './arrangeable.ts';
import { copyPages, type PageCopy } from './copy-pages.ts';
import type { Within } from './deliver-paper.ts';
import { destroyContent } from './destroy-content.ts';
import { enqueuePreparation } from './enqueue-preparation.ts';
import { leaveDesk } from './leave-desk.ts';
import { movePages } from './move-pages.ts';
import { renumberPages } from './renumber-pages.ts';
import { removeKept } from './sealed-objects.ts';
import type { Vault } from './vault.ts';

export type MergeInput = {
	/** The paper that stays: its kind and person are those of the whole. */
	paperId: string;
	/** Those whose pages come after, in this order; nothing stays of them but the fact. */
	others: readonly string[];
};

/**
 * An agent joins papers of one request that are one document, sent in several times, into one. The whole was received
 * when the first of them was: the clock of fifteen days is the oldest.
 * @throws NotFound, also for a paper of another request; Refused; RuleBroken `merge-nothing`, `too-many-pages`,
 * `pages-changed`, `paper-not-ready`, `paper-not-arrangeable`
 */
export async function mergePapers(
	vault: Vault,
	actor: Actor,
	input: MergeInput,
	within: Within
): Promise<void> {
	const { applicationId, pages } = await within((tx) => pagesToJoin(tx, actor, input));
	const copies = await copyPages(vault, pages, { applicationId, paperId: input.paperId });
	try {
		const dropped = await within((tx) => join(tx, actor, vault, { ...input, copies }));
		await removeKept(vault.store, dropped);
	} finally {
		for (const { object } of copies) await vault.store.remove('incoming', object.storageKey);
	}
}

/** Locked in one order whoever asks, so that two agents who join the same papers wait for each other. */
async function lockToMerge(tx: Tx, actor: Actor, { paperId, others }: MergeInput) {
	requireAgent(actor, 'merge-papers');
	const ids = [...new Set([paperId, ...others])];
	if (ids.length < 2) throw new RuleBroken('merge-nothing');
	const locked = new Map<string, LockedPaper>();
	for (const id of ids.toSorted()) locked.set(id, await lockPaper(tx, actor, id));
	const [whole, ...joined] = ids.map((id) => locked.get(id)!);
	for (const found of [whole!, ...joined]) {
		if (found.applicationId !== whole!.applicationId) throw new NotFound('paper');
		requireArrangeable(actor, found);
	}
	const pages = [...locked.values()].reduce((sum, { pageCount }) => sum + pageCount, 0);
	if (pages > PAGES_MAX) throw new RuleBroken('too-many-pages', { most: PAGES_MAX });
	return { whole: whole!, joined };
}

async function pagesToJoin(tx: Tx, actor: Actor, input: MergeInput) {
	const { whole, joined } = await lockToMerge(tx, actor, input);
	const pages = [];
	for (const { id } of joined) {
		const found = await tx
			.select({ id: paperPage.id, object: sealedObject })
			.from(paperPage)
			.innerJoin(sealedObject, eq(sealedObject.id, paperPage.objectId))
			.where(eq(paperPage.paperId, id))
			.orderBy(asc(paperPage.number));
		pages.push(...found);
	}
	return { applicationId: whole.applicationId, pages };
}

async function join(
	tx: Tx,
	actor: Actor,
	vault: Vault,
	input: MergeInput & { copies: readonly PageCopy[] }
): Promise<StorageKey[]> {
	const { whole, joined } = await lockToMerge(tx, actor, input);
	const { copies } = input;
	const dropped = await movePages(tx, vault.store, { copies, toPaperId: whole.id });
	const first = [whole, ...joined]
		.map(({ receivedAt }) => receivedAt!)
		.reduce((a, b) => (Temporal.Instant.compare(a, b) <= 0 ? a : b));
	await tx.update(paper).set({ receivedAt: first }).where(eq(paper.id, whole.id));
	await renumberPages(tx, whole.id);
	await enqueuePreparation(tx, whole.id);
	for (const { id, state } of joined) {
		const fact = { state: paperStateAfter(state, 'absorb', 'agent'), mergedInto: whole.id };
		dropped.push(...(await destroyContent(tx, id, fact)));
		await leaveDesk(tx, id);
	}
	await recordAudit(tx, actor, {
		action: 'merge-papers',
		applicationId: whole.applicationId,
		subjectKind: 'paper',
		subjectId: whole.id,
		detail: { joined: joined.length }
	});
	return dropped;
}
