import { createHash } from 'node:crypto';
import { chmodSync, existsSync, lstatSync, mkdirSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accountCan, type Account } from './account.ts';
import type { State } from './state.ts';

/** Makes the data folder. The database's account must get through it to its own folder. */
export function makeDataDir(dataDir: string): void {
	if (existsSync(dataDir)) return;
	mkdirSync(dataDir, { recursive: true, mode: 0o700 });
	openToAccount(dataDir);
}

/** Lets other accounts through a folder of root's, without showing them what it holds. */
export function openToAccount(folder: string): void {
	if (process.getuid?.() === 0) chmodSync(folder, 0o711);
}

/** Inside the data folder when the account can get there, else outside. */
export function choosePlace(dataDir: string, account: Account): State['place'] {
	return account === undefined || accountCan(account, 'cd "$1"', dataDir) ? 'inside' : 'outside';
}

/** The folder that holds the cluster of a data folder. */
export function homeOf(dataDir: string, place: State['place']): string {
	if (place === 'inside') return join(dataDir, 'postgres');
	const key = createHash('sha256').update(realpathSync(dataDir)).digest('hex').slice(0, 16);
	return join(systemFolder(), key);
}

/**
 * A folder of root's that any account can walk through, for what cannot live in the project: the
 * project may be in a folder that only root may enter.
 */
export function systemFolder(): string {
	for (const parent of ['/var/lib', tmpdir()]) {
		const folder = join(parent, 'guichet-logement');
		try {
			if (!existsSync(folder)) mkdirSync(folder);
			const { uid, mode } = lstatSync(folder);
			// In a shared folder someone else could have put a trap under this name.
			if (uid !== process.getuid?.() || (mode & 0o170000) !== 0o040000) continue;
			chmodSync(folder, 0o755);
			return folder;
		} catch {
			continue;
		}
	}
	throw new Error(`Neither /var/lib nor ${tmpdir()} can hold the folder guichet-logement.`);
}
