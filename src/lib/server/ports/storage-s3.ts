import {
	AbortMultipartUploadCommand,
	CompleteMultipartUploadCommand,
	CopyObjectCommand,
	CreateMultipartUploadCommand,
	DeleteObjectCommand,
	GetObjectCommand,
	HeadObjectCommand,
	NoSuchKey,
	NotFound,
	paginateListObjectsV2,
	PutObjectCommand,
	S3Client,
	S3ServiceException,
	UploadPartCommand,
	type CompletedPart
} from '@aws-sdk/client-s3';
import { checkedKey, ObjectMissing } from './storage.ts';
import type { PaperStore, StorageArea, StorageKey, StoredObject } from './storage.ts';

export type S3Options = {
	endpoint: string;
	region: string;
	bucket: string;
	accessKeyId: string;
	secretAccessKey: string;
};

/** The least that S3 takes for a part that is not the last: also what one sending holds in memory. */
const PART_BYTES = 5 * 1024 * 1024;

/**
 * Papers in a store that speaks S3: `incoming/<key>` and `kept/<key>` in one bucket, which must exist. S3 acknowledges
 * what is durable, so nothing more is to be done for that. A promotion is a copy, then a removal: between the two the
 * object is in both areas, which harms nobody and the sweeper clears.
 */
export function openS3Store({ bucket, accessKeyId, secretAccessKey, ...place }: S3Options) {
	const client = new S3Client({
		...place,
		credentials: { accessKeyId, secretAccessKey },
		// Addresses that work with any store, and no checksum that only some of them know.
		forcePathStyle: true,
		requestChecksumCalculation: 'WHEN_REQUIRED',
		responseChecksumValidation: 'WHEN_REQUIRED'
	});
	return new S3Store(client, bucket);
}

class S3Store implements PaperStore {
	readonly #client: S3Client;
	readonly #bucket: string;

	constructor(client: S3Client, bucket: string) {
		this.#client = client;
		this.#bucket = bucket;
	}

	async write(key: StorageKey, content: AsyncIterable<Uint8Array>): Promise<void> {
		const place = this.#at('incoming', key);
		if (await this.#exists(place.Key)) throw new Error('the storage key is taken');
		const parts = inParts(content);
		const first = await parts.next();
		const second = await parts.next();
		if (second.done) {
			await this.#client.send(
				new PutObjectCommand({ ...place, Body: first.done ? Buffer.alloc(0) : first.value })
			);
		} else {
			await this.#writeLarge(place, rejoined([first.value!, second.value], parts));
		}
	}

	async promote(key: StorageKey): Promise<void> {
		const source = this.#at('incoming', key);
		await this.#client.send(
			new CopyObjectCommand({
				...this.#at('kept', key),
				CopySource: `${this.#bucket}/${source.Key}`
			})
		);
		await this.#client.send(new DeleteObjectCommand(source));
	}

	async read(key: StorageKey): Promise<AsyncIterable<Uint8Array>> {
		try {
			const { Body } = await this.#client.send(new GetObjectCommand(this.#at('kept', key)));
			return Body as AsyncIterable<Uint8Array> & typeof Body;
		} catch (error) {
			throw absent(error) ? new ObjectMissing() : error;
		}
	}

	has(key: StorageKey): Promise<boolean> {
		return this.#exists(this.#at('kept', key).Key);
	}

	async remove(area: StorageArea, key: StorageKey): Promise<void> {
		await this.#client.send(new DeleteObjectCommand(this.#at(area, key)));
	}

	async *list(area: StorageArea): AsyncIterable<StoredObject> {
		const asked = { Bucket: this.#bucket, Prefix: `${area}/` };
		for await (const { Contents = [] } of paginateListObjectsV2({ client: this.#client }, asked)) {
			for (const { Key = '', LastModified } of Contents) {
				const key = Key.slice(area.length + 1);
				if (!/^[a-z0-9]{26}$/.test(key) || !LastModified) continue;
				yield { key, ageSeconds: ageOf(LastModified) };
			}
		}
	}

	/** In parts, each acknowledged before the next is read. What breaks on the way leaves nothing. */
	async #writeLarge(place: Place, parts: AsyncIterable<Buffer>): Promise<void> {
		const { UploadId } = await this.#client.send(new CreateMultipartUploadCommand(place));
		const upload = { ...place, UploadId };
		try {
			const sent: CompletedPart[] = [];
			for await (const Body of parts) {
				const PartNumber = sent.length + 1;
				const { ETag } = await this.#client.send(
					new UploadPartCommand({ ...upload, PartNumber, Body })
				);
				sent.push({ ETag, PartNumber });
			}
			const MultipartUpload = { Parts: sent };
			await this.#client.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload }));
		} catch (error) {
			await this.#client.send(new AbortMultipartUploadCommand(upload)).catch(() => undefined);
			throw error;
		}
	}

	async #exists(Key: string): Promise<boolean> {
		try {
			await this.#client.send(new HeadObjectCommand({ Bucket: this.#bucket, Key }));
			return true;
		} catch (error) {
			if (absent(error)) return false;
			throw error;
		}
	}

	#at(area: StorageArea, key: StorageKey): Place {
		return { Bucket: this.#bucket, Key: `${area}/${checkedKey(key)}` };
	}
}

type Place = { Bucket: string; Key: string };

/** Gathers a stream into parts of PART_BYTES, save the last, each in a place of its own. */
async function* inParts(content: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
	let part = Buffer.allocUnsafe(PART_BYTES);
	let length = 0;
	for await (const piece of content) {
		for (let from = 0; from < piece.length;) {
			const taken = piece.subarray(from, from + PART_BYTES - length);
			part.set(taken, length);
			length += taken.length;
			from += taken.length;
			if (length < PART_BYTES) continue;
			yield part;
			[part, length] = [Buffer.allocUnsafe(PART_BYTES), 0];
		}
	}
	if (length > 0) yield part.subarray(0, length);
}

async function* rejoined(first: Buffer[], rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
	// Each is let go once it is given.
	for (let next = first.shift(); next; next = first.shift()) yield next;
	yield* rest;
}

/**
 * By the machine's clock, against the store's date: both follow the world's time, and what is judged too old has an
 * hour of patience at the least (sweep-orphans.ts).
 */
function ageOf(modified: Date): number {
	return (Temporal.Now.instant().epochMilliseconds - modified.getTime()) / 1_000;
}

function absent(error: unknown): boolean {
	return (
		error instanceof NoSuchKey ||
		error instanceof NotFound ||
		(error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404)
	);
}
