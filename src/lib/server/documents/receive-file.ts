import { createHash, type Hash } from 'node:crypto';
import { cleanFileName } from '../../domain/documents/clean-file-name.ts';
import { BYTES_TO_DETECT, detectType } from '../../domain/documents/detect-type.ts';
import {
	judgeFile,
	USUAL_LIMITS,
	type AcceptedType,
	type PaperLimits
} from '../../domain/documents/limits.ts';
import { RuleBroken } from '../../domain/errors.ts';
import { sealObject, type NewObject, type OfPaper } from './sealed-objects.ts';
import type { Vault } from './vault.ts';

/** A file on its way in: what the browser says of it, and its bytes, not yet read. */
export type IncomingFile = {
	fileName: string;
	declaredType: string;
	body: AsyncIterable<Uint8Array>;
};

/** A file that lies sealed in `incoming`, judged acceptable, not yet named by any row. */
export type ReceivedFile = OfPaper & {
	object: NewObject;
	fileName: string;
	declaredType: string;
	mediaType: AcceptedType;
	byteSize: number;
	sha256: string;
};

type Seen = { bytes: number; hash: Hash; type: AcceptedType | null };

/**
 * Takes a file in, streaming: judged on its first bytes, measured and hashed as it passes, sealed and written to the
 * store. Nothing but one piece of 64 kB is ever in memory in clear. What was sent is given to nobody: pages are made
 * from it (prepare-paper.ts).
 *
 * @throws RuleBroken `file-<reason>` of FileRefusal; nothing is then left in the store
 */
export async function receiveFile(
	vault: Vault,
	of: OfPaper,
	file: IncomingFile,
	limits: PaperLimits = USUAL_LIMITS
): Promise<ReceivedFile> {
	const fileName = cleanFileName(file.fileName);
	const seen: Seen = { bytes: 0, hash: createHash('sha256'), type: null };
	const vetting = vetted({ ...file, fileName }, seen, limits);
	const object = await sealObject(vault, of, 'original', vetting);
	return {
		...of,
		object,
		fileName,
		declaredType: file.declaredType,
		mediaType: seen.type!,
		byteSize: seen.bytes,
		sha256: seen.hash.digest('hex')
	};
}

/** Lets the bytes through once their beginning is judged, and stops at one byte too many. */
async function* vetted(
	file: IncomingFile,
	seen: Seen,
	limits: PaperLimits
): AsyncGenerator<Uint8Array> {
	let head: Buffer = Buffer.alloc(0);
	for await (const part of file.body) {
		seen.bytes += part.length;
		if (seen.bytes > limits.fileBytes) throw new RuleBroken('file-too-large');
		seen.hash.update(part);
		if (seen.type) {
			yield part;
			continue;
		}
		head = Buffer.concat([head, part]);
		if (head.length < BYTES_TO_DETECT) continue;
		seen.type = judge(file, head, seen.bytes, limits);
		yield head;
	}
	if (seen.type) return;
	seen.type = judge(file, head, seen.bytes, limits);
	yield head;
}

function judge(file: IncomingFile, head: Buffer, size: number, limits: PaperLimits): AcceptedType {
	const { fileName: name, declaredType } = file;
	const detectedType = detectType(head);
	const judgement = judgeFile({ name, declaredType, detectedType, size }, limits);
	if (!judgement.ok) throw new RuleBroken(`file-${judgement.reason}`);
	return judgement.type;
}
