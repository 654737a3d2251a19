import { eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { BYTES_TO_DETECT, detectType } from '../../domain/documents/detect-type.ts';
import { judgeFile, type PaperLimits } from '../../domain/documents/limits.ts';
import { RuleBroken } from '../../domain/errors.ts';
import { now } from '../clock.ts';
import { paperFile } from '../db/schema/paper-content.ts';
import type { Within } from './deliver-paper.ts';
import { eraseFile, fileOfDraft, keepDraft, lockDraft, type PaperFile } from './draft-files.ts';
import { finishFile } from './finish-file.ts';
import { keepObjects, removeKept, sealObject, type NewObject } from './sealed-objects.ts';
import { sendingLimits } from './sending-limits.ts';
import { inGoodTime, takeSendingPlace } from './sending-places.ts';
import { asTheOneSending } from './sendings-under-way.ts';
import type { Vault } from './vault.ts';

export type PartInput = {
	paperId: string;
	fileId: string;
	/** Where in the file these bytes begin. */
	offset: number;
	/** Whether they are its last. */
	complete: boolean;
	/** How many they are, when the request says so. */
	length: number | null;
	body: AsyncIterable<Uint8Array>;
};
/** How much of the file is here. `conflict`: the bytes began elsewhere and were not taken. */
export type Progress = { offset: number; complete: boolean; conflict: boolean };

/**
 * Takes some more bytes of a file. They stream to the store, outside any transaction; when the connection dies, what
 * came is kept and the sender goes on from there. Of two requests that bring the same bytes, one counts. A file that
 * is refused is gone with all its bytes, and the page it would have replaced stays.
 *
 * @param within see deliverPaper
 * @throws NotFound; RuleBroken `draft-sent`, `upload-length` for more or fewer bytes than announced, `file-<reason>` of
 * FileRefusal
 */
export async function receivePart(
	vault: Vault,
	actor: Actor,
	input: PartInput,
	within: Within
): Promise<Progress> {
	return asTheOneSending(input.fileId, async (signal) => {
		const { file, limits } = await within(async (tx) => ({
			file: await openFile(tx, actor, input),
			limits: await sendingLimits(tx)
		}));
		if (file.state !== 'sending') return at(file);
		if (file.receivedBytes !== input.offset) return { ...at(file), conflict: true };
		const leave = takeSendingPlace(file.applicationId);
		try {
			return await bring(vault, actor, file, input, { within, signal, limits });
		} catch (cause) {
			if (cause instanceof RuleBroken && saysNoToTheFile(cause.rule)) {
				await removeKept(vault.store, await within((tx) => eraseFile(tx, file)));
			}
			throw cause;
		} finally {
			leave();
		}
	});
}

/** A sender who is too slow, or one too many, may come again for the rest. */
const COME_AGAIN = ['file-too-slow', 'file-busy-person', 'file-busy-service'];
const saysNoToTheFile = (rule: string) => rule.startsWith('file-') && !COME_AGAIN.includes(rule);

type How = { within: Within; signal: AbortSignal; limits: PaperLimits };

async function bring(
	vault: Vault,
	actor: Actor,
	file: PaperFile,
	input: PartInput,
	how: How
): Promise<Progress> {
	const { within, limits } = how;
	const { part, whole } = await take(vault, file, input, how);
	const after = await within((tx) => countPart(tx, actor, vault, input, part));
	if (after.conflict || !whole || !input.complete) return after;
	if (file.expectedBytes !== null && after.offset !== file.expectedBytes) {
		throw new RuleBroken('upload-length');
	}
	await finishFile(vault, actor, { paperId: file.paperId, fileId: file.id, limits }, within);
	return { ...after, complete: true };
}

type Tx = Parameters<Parameters<Within>[0]>[0];

async function openFile(tx: Tx, actor: Actor, { paperId, fileId }: PartInput): Promise<PaperFile> {
	await lockDraft(tx, actor, paperId);
	return fileOfDraft(tx, paperId, fileId);
}

const at = (file: Pick<PaperFile, 'receivedBytes' | 'state'>): Progress => ({
	offset: file.receivedBytes,
	complete: file.state !== 'sending',
	conflict: false
});

/** Seals what comes until it ends, breaks or is stopped. `whole`: it came to its own end. */
async function take(vault: Vault, file: PaperFile, input: PartInput, { signal, limits }: How) {
	const ended = { whole: false };
	const timely = { ...input, body: inGoodTime(input.body) };
	const body = untilItBreaks(limited(file, timely, limits), signal, ended);
	const begun = input.offset === 0 ? judgedEarly(file, body, limits) : body;
	const piece = { fileId: file.id, fromByte: input.offset };
	return { part: await sealObject(vault, file, 'part', begun, piece), whole: ended.whole };
}

async function* limited(file: PaperFile, { offset, length, body }: PartInput, limits: PaperLimits) {
	const tooMany = new RuleBroken(file.expectedBytes === null ? 'file-too-large' : 'upload-length');
	let left = (file.expectedBytes ?? limits.fileBytes) - offset;
	if (length !== null && length > left) throw tooMany;
	for await (const bytes of body) {
		left -= bytes.length;
		if (left < 0) throw tooMany;
		yield bytes;
	}
}

/** What can never be taken is refused at its first bytes, not after a minute; finishFile judges the whole. */
async function* judgedEarly(file: PaperFile, body: AsyncIterable<Uint8Array>, limits: PaperLimits) {
	let head: Buffer | null = Buffer.alloc(0);
	for await (const bytes of body) {
		if (head) head = Buffer.concat([head, bytes]);
		if (head && head.length >= BYTES_TO_DETECT) {
			const { fileName: name, declaredType } = file;
			const size = file.expectedBytes ?? head.length;
			const detectedType = detectType(head);
			const judged = judgeFile({ name, declaredType, detectedType, size }, limits);
			if (!judged.ok) throw new RuleBroken(`file-${judged.reason}`);
			head = null;
		}
		yield bytes;
	}
}

/** A connection that dies, or is too slow to go on with, ends the bytes; it does not undo them. */
async function* untilItBreaks(
	body: AsyncIterable<Uint8Array>,
	signal: AbortSignal,
	ended: { whole: boolean }
): AsyncGenerator<Uint8Array> {
	const stopped = new Promise<'stopped'>((resolve) => {
		signal.addEventListener('abort', () => resolve('stopped'), { once: true });
	});
	const parts = body[Symbol.asyncIterator]();
	try {
		for (;;) {
			const next = await Promise.race([parts.next(), stopped]);
			if (next === 'stopped') return void parts.return?.();
			if (next.done) break;
			yield next.value;
		}
		ended.whole = true;
	} catch (cause) {
		if (cause instanceof RuleBroken && cause.rule !== 'file-too-slow') throw cause;
	}
}

/** Counts a part, unless another request was quicker or nothing came. */
async function countPart(
	tx: Tx,
	actor: Actor,
	vault: Vault,
	input: PartInput,
	part: NewObject
): Promise<Progress> {
	const file = await openFile(tx, actor, input);
	if (file.state !== 'sending' || file.receivedBytes !== input.offset) {
		await vault.store.remove('incoming', part.storageKey);
		return { ...at(file), conflict: file.state === 'sending' };
	}
	if (part.byteSize === 0) {
		await vault.store.remove('incoming', part.storageKey);
		return at(file);
	}
	await keepObjects(tx, vault.store, [part]);
	const receivedBytes = file.receivedBytes + part.byteSize;
	await tx
		.update(paperFile)
		.set({ receivedBytes, lastByteAt: now() })
		.where(eq(paperFile.id, file.id));
	await keepDraft(tx, file.paperId);
	return at({ ...file, receivedBytes });
}
