import { environment } from '../environment.ts';
import { openFileStore } from '../ports/storage-files.ts';
import type { PaperStore } from '../ports/storage.ts';
import { keyringOf, type Keyring } from './keyring.ts';

/** Where papers lie, and the master keys that open them. Use cases are given one; tests make their own. */
export type Vault = { store: PaperStore; ring: Keyring };

let opened: Promise<Vault> | null = null;

/** The vault of this process, opened at first use from S3_ENDPOINT or STORAGE_DIR, and MASTER_KEYS. */
export function vault(): Promise<Vault> {
	return (opened ??= open().catch((error: unknown) => {
		// A disk that comes back must not need a restart.
		opened = null;
		throw error;
	}));
}

/** The store of this process, for the jobs that need no key. */
export async function paperStore(): Promise<PaperStore> {
	return (await vault()).store;
}

async function open(): Promise<Vault> {
	return { store: await openStore(), ring: keyringOf(environment().MASTER_KEYS) };
}

/** An object store where one is named, else the folder of this machine. */
async function openStore(): Promise<PaperStore> {
	const { S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY, STORAGE_DIR } =
		environment();
	if (!S3_ENDPOINT) return openFileStore(STORAGE_DIR);
	if (!S3_BUCKET || !S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY) {
		throw new Error('S3_ENDPOINT needs S3_BUCKET, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY');
	}
	// Loaded only where it is used: a folder needs none of it.
	const { openS3Store } = await import('../ports/storage-s3.ts');
	return openS3Store({
		endpoint: S3_ENDPOINT,
		region: S3_REGION,
		bucket: S3_BUCKET,
		accessKeyId: S3_ACCESS_KEY_ID,
		secretAccessKey: S3_SECRET_ACCESS_KEY
	});
}
