import { eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { now } from '../clock.ts';
import { paperFile } from '../db/schema/paper-content.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { addFile } from './add-file.ts';
import type { Within } from './deliver-paper.ts';
import { lockDraft } from './draft-files.ts';
import { enqueuePreparation } from './enqueue-preparation.ts';
import { receiveFile, type IncomingFile, type ReceivedFile } from './receive-file.ts';
import { keepObjects } from './sealed-objects.ts';
import { sendingLimits } from './sending-limits.ts';
import { inGoodTime, takeSendingPlace } from './sending-places.ts';
import type { Vault } from './vault.ts';

/**
 * Adds a file to a draft in one request, as a plain form sends it.
 * @param sendingId drawn with the form, told once the bytes are in; the same form sent twice adds one page
 * @param within see deliverPaper
 * @throws NotFound; RuleBroken of addFile and receiveFile; nothing of the file is then kept
 */
export async function addPage(
	vault: Vault,
	actor: Actor,
	input: { paperId: string; file: IncomingFile; sendingId: () => Promise<string> },
	within: Within
): Promise<void> {
	const { paperId, file } = input;
	const { applicationId, limits } = await within(async (tx) => ({
		...(await lockDraft(tx, actor, paperId)),
		limits: await sendingLimits(tx)
	}));
	const leave = takeSendingPlace(applicationId);
	const body = inGoodTime(file.body);
	const of = { applicationId, paperId };
	const received = await receiveFile(vault, of, { ...file, body }, limits).finally(leave);
	try {
		const sendingId = await input.sendingId();
		await within((tx) => keepPage(tx, actor, vault, { paperId, sendingId, received }));
	} finally {
		await vault.store.remove('incoming', received.object.storageKey);
	}
}

type Page = { paperId: string; sendingId: string; received: ReceivedFile };

async function keepPage(tx: Tx, actor: Actor, vault: Vault, page: Page): Promise<void> {
	const { paperId, sendingId, received } = page;
	const { object, fileName, declaredType, byteSize, mediaType, sha256 } = received;
	const announced = { paperId, sendingId, fileName, declaredType, replaces: null };
	const added = await addFile(tx, actor, { ...announced, expectedBytes: byteSize });
	if (added.state !== 'sending' || added.receivedBytes > 0) return;
	await keepObjects(tx, vault.store, [object]);
	await tx
		.update(paperFile)
		.set({
			state: 'arrived',
			mediaType,
			byteSize,
			receivedBytes: byteSize,
			sha256,
			objectId: object.id,
			lastByteAt: now()
		})
		.where(eq(paperFile.id, added.id));
	await enqueuePreparation(tx, paperId);
}
