import { and, asc, eq, ne } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import type { PaperLimits } from '../../domain/documents/limits.ts';
import { paperFile, sealedObject } from '../db/schema/paper-content.ts';
import type { Tx } from '../db/unit-of-work.ts';
import type { Within } from './deliver-paper.ts';
import { dropPieces, eraseFile, fileOfDraft, lockDraft, type PaperFile } from './draft-files.ts';
import { enqueuePreparation } from './enqueue-preparation.ts';
import { giveBack } from './give-back.ts';
import { renumberPages } from './renumber-pages.ts';
import { receiveFile, type ReceivedFile } from './receive-file.ts';
import { keepObjects, openObject, removeKept, type SealedRow } from './sealed-objects.ts';
import type { Vault } from './vault.ts';

/**
 * All bytes of a file are here: puts its pieces together into one sealed file, judged as a whole, and asks for its
 * pages to be made.
 *
 * @param within see deliverPaper
 * @throws NotFound; RuleBroken `draft-sent`, `file-<reason>` of FileRefusal
 */
export async function finishFile(
	vault: Vault,
	actor: Actor,
	input: { paperId: string; fileId: string; limits?: PaperLimits },
	within: Within
): Promise<void> {
	const { file, pieces } = await within(async (tx) => {
		await lockDraft(tx, actor, input.paperId);
		const found = await fileOfDraft(tx, input.paperId, input.fileId);
		return { file: found, pieces: await piecesOf(tx, input.fileId) };
	});
	if (file.state !== 'sending') return;
	const body = together(vault, pieces);
	const received = await receiveFile(vault, file, { ...file, body }, input.limits);
	try {
		const dropped = await within((tx) => keepFile(tx, actor, vault, file, received));
		await removeKept(vault.store, dropped);
	} finally {
		await vault.store.remove('incoming', received.object.storageKey);
	}
}

function piecesOf(tx: Tx, fileId: string): Promise<SealedRow[]> {
	return tx
		.select()
		.from(sealedObject)
		.where(eq(sealedObject.fileId, fileId))
		.orderBy(asc(sealedObject.fromByte));
}

async function* together(vault: Vault, pieces: readonly SealedRow[]): AsyncGenerator<Uint8Array> {
	for (const piece of pieces) {
		for await (const bytes of openObject(vault, piece)) {
			yield bytes;
			giveBack(bytes);
		}
	}
}

/** @returns the objects that are not needed any more: the pieces, and the page that this one replaces */
async function keepFile(
	tx: Tx,
	actor: Actor,
	vault: Vault,
	file: PaperFile,
	received: ReceivedFile
) {
	await lockDraft(tx, actor, file.paperId);
	const { state } = await fileOfDraft(tx, file.paperId, file.id);
	if (state !== 'sending') return [];
	await keepObjects(tx, vault.store, [received.object]);
	await tx
		.update(paperFile)
		.set({
			state: 'arrived',
			mediaType: received.mediaType,
			byteSize: received.byteSize,
			sha256: received.sha256,
			objectId: received.object.id
		})
		.where(eq(paperFile.id, file.id));
	const dropped = await dropPieces(tx, file.id);
	dropped.push(...(await dropReplaced(tx, file)));
	await renumberPages(tx, file.paperId);
	await enqueuePreparation(tx, file.paperId);
	return dropped;
}

/** Two files in one place: the newer was made from the older, cut or blackened, and now stands for it. */
async function dropReplaced(tx: Tx, file: PaperFile) {
	const older = await tx
		.select()
		.from(paperFile)
		.where(
			and(
				eq(paperFile.paperId, file.paperId),
				eq(paperFile.position, file.position),
				ne(paperFile.id, file.id)
			)
		);
	const dropped = [];
	for (const one of older) dropped.push(...(await eraseFile(tx, one)));
	return dropped;
}
