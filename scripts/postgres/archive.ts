import { spawnSync } from 'node:child_process';
import {
	chownSync,
	lchownSync,
	existsSync,
	mkdirSync,
	readdirSync,
	renameSync,
	rmSync
} from 'node:fs';
import { join, resolve } from 'node:path';
import { Refusal } from '../refusal.ts';
import { databaseAccount, type Account } from './account.ts';
import { takeLock } from './lock.ts';
import { clearOrphan } from './orphan.ts';
import { choosePlace, homeOf, makeDataDir } from './place.ts';
import { clusterOf } from './server.ts';
import { readState, writeState } from './state.ts';

/**
 * Copies a stopped embedded cluster, whole, into a compressed archive that only its maker may read:
 * it holds the passwords. Throws AlreadyRunning while it runs.
 */
export async function archiveCluster(folder: string, file: string): Promise<void> {
	const dataDir = resolve(folder);
	const state = existsSync(dataDir) ? readState(dataDir) : undefined;
	if (!state?.ready) throw new Refusal(`${dataDir} holds no database.`);
	const release = takeLock(join(dataDir, 'postgres.lock'));
	try {
		const home = homeOf(dataDir, state.place);
		await clearOrphan(home);
		tar('-czf', file, '-C', home, 'cluster', '-C', dataDir, 'postgres.json');
	} finally {
		release();
	}
}

/** Puts an archive of archiveCluster in the place of whatever a data folder holds. */
export async function restoreCluster(folder: string, file: string): Promise<void> {
	const dataDir = resolve(folder);
	makeDataDir(dataDir);
	const release = takeLock(join(dataDir, 'postgres.lock'));
	try {
		const account = databaseAccount();
		const place = choosePlace(dataDir, account);
		const home = homeOf(dataDir, place);
		const draft = `${home}.restore`;
		rmSync(draft, { recursive: true, force: true });
		mkdirSync(draft, { mode: 0o700 });
		tar('-xzf', file, '-C', draft);
		const state = readState(draft);
		if (!state || !existsSync(clusterOf(draft))) throw new Refusal(`${file} is not such a backup.`);
		rmSync(join(draft, 'postgres.json'));
		if (account) giveTo(account, draft);
		await clearOrphan(home);
		rmSync(home, { recursive: true, force: true });
		renameSync(draft, home);
		writeState(dataDir, { ...state, place });
	} finally {
		release();
	}
}

function tar(...words: string[]): void {
	const previous = process.umask(0o077);
	const { status, stderr } = spawnSync('tar', words, { encoding: 'utf8' });
	process.umask(previous);
	if (status !== 0) throw new Refusal(`tar failed: ${stderr?.trim()}`);
}

function giveTo(account: NonNullable<Account>, path: string): void {
	chownSync(path, account.uid, account.gid);
	for (const entry of readdirSync(path, { withFileTypes: true })) {
		const inside = join(path, entry.name);
		if (entry.isDirectory()) giveTo(account, inside);
		else lchownSync(inside, account.uid, account.gid);
	}
}
