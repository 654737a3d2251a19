import { constants } from 'node:fs';
import {
	mkdir,
	open,
	opendir,
	realpath,
	rename,
	rm,
	stat,
	type FileHandle
} from 'node:fs/promises';
import { join } from 'node:path';
import { checkedKey, ObjectMissing } from './storage.ts';
import type { PaperStore, StorageArea, StorageKey, StoredObject } from './storage.ts';

const { O_CREAT, O_EXCL, O_NOFOLLOW, O_RDONLY, O_WRONLY } = constants;
const READ_BYTES = 64 * 1024;
const AREAS: readonly StorageArea[] = ['incoming', 'kept'];

/**
 * Papers on the local file system: `<root>/incoming` and `<root>/kept`, files of mode 600 named by random keys.
 * The root is resolved once; afterwards only checked keys are joined to it, and links are never followed.
 * @param folder created when absent; both areas are on its file system, so that a rename is one step
 */
export async function openFileStore(folder: string): Promise<PaperStore> {
	for (const area of AREAS) await mkdir(join(folder, area), { recursive: true, mode: 0o700 });
	return new FileStore(await realpath(folder));
}

class FileStore implements PaperStore {
	readonly #root: string;

	constructor(root: string) {
		this.#root = root;
	}

	async write(key: StorageKey, content: AsyncIterable<Uint8Array>): Promise<void> {
		const path = this.#path('incoming', key);
		const file = await open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600);
		try {
			for await (const part of content) await writeAll(file, part);
			await file.sync();
		} catch (error) {
			await file.close();
			await rm(path, { force: true });
			throw error;
		}
		await file.close();
		await this.#sync('incoming');
	}

	async promote(key: StorageKey): Promise<void> {
		await rename(this.#path('incoming', key), this.#path('kept', key));
		await this.#sync('kept');
		await this.#sync('incoming');
	}

	async read(key: StorageKey): Promise<AsyncIterable<Uint8Array>> {
		try {
			const file = await open(this.#path('kept', key), O_RDONLY | O_NOFOLLOW);
			return bytesOf(file);
		} catch (error) {
			throw absent(error) ? new ObjectMissing() : error;
		}
	}

	async has(key: StorageKey): Promise<boolean> {
		try {
			return (await stat(this.#path('kept', key))).isFile();
		} catch (error) {
			if (absent(error)) return false;
			throw error;
		}
	}

	async remove(area: StorageArea, key: StorageKey): Promise<void> {
		await rm(this.#path(area, key), { force: true });
		await this.#sync(area);
	}

	async *list(area: StorageArea): AsyncIterable<StoredObject> {
		for await (const entry of await opendir(join(this.#root, area))) {
			if (!entry.isFile() || !/^[a-z0-9]{26}$/.test(entry.name)) continue;
			const ageSeconds = await ageOf(this.#path(area, entry.name));
			if (ageSeconds !== null) yield { key: entry.name, ageSeconds };
		}
	}

	#path(area: StorageArea, key: StorageKey): string {
		return join(this.#root, area, checkedKey(key));
	}

	/** A new name is durable only once its directory is. */
	async #sync(area: StorageArea): Promise<void> {
		const directory = await open(join(this.#root, area), O_RDONLY);
		try {
			await directory.sync();
		} finally {
			await directory.close();
		}
	}
}

/** Read into one place, which the next bytes take: a new place for each would be garbage faster than it is collected. */
async function* bytesOf(file: FileHandle): AsyncGenerator<Uint8Array> {
	const place = Buffer.allocUnsafe(READ_BYTES);
	try {
		for (;;) {
			const { bytesRead } = await file.read(place, 0, READ_BYTES);
			if (bytesRead === 0) return;
			yield place.subarray(0, bytesRead);
		}
	} finally {
		await file.close();
	}
}

/** `write` of the system may take less than it was given. */
async function writeAll(file: FileHandle, part: Uint8Array): Promise<void> {
	for (let from = 0; from < part.length;) {
		from += (await file.write(part, from, part.length - from)).bytesWritten;
	}
}

/** By the machine's clock, which dated the file. Null when it went away between its listing and now. */
async function ageOf(path: string): Promise<number | null> {
	try {
		const { mtimeMs } = await stat(path);
		return (Temporal.Now.instant().epochMilliseconds - mtimeMs) / 1000;
	} catch (error) {
		if (absent(error)) return null;
		throw error;
	}
}

function absent(error: unknown): boolean {
	return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
