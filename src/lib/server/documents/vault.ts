import { environment } from '../environment.ts';
import { openFileStore } from '../ports/storage-files.ts';
import type { PaperStore } from '../ports/storage.ts';
import { keyringOf, type Keyring } from './keyring.ts';

/** Where papers lie, and the master keys that open them. Use cases are given one; tests make their own. */
export type Vault = { store: PaperStore; ring: Keyring };

let opened: Promise<Vault> | null = null;

/** The vault of this process, opened at first use from STORAGE_DIR and MASTER_KEYS. */
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
	const { STORAGE_DIR, MASTER_KEYS } = environment();
	return { store: await openFileStore(STORAGE_DIR), ring: keyringOf(MASTER_KEYS) };
}
