import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { Refusal } from '../refusal.ts';

/** The system account PostgreSQL runs under; undefined: the account of the person running us. */
export type Account = { uid: number; gid: number } | undefined;

// PostgreSQL refuses to run as root. An account of its own, rather than the machine's `postgres`
// or `nobody`, so that no other program of the machine can open these files.
const NAME = 'guichet-postgres';

/**
 * The account for a cluster kept in `home`: the owner of what is already there, else ours, else,
 * for root, a system account without a shell, created on first use.
 */
export function databaseAccount(home?: string): Account {
	if (process.getuid?.() !== 0) return undefined;
	if (home !== undefined && existsSync(home)) {
		const { uid, gid } = statSync(home);
		if (uid !== 0) return { uid, gid };
	}
	return lookUp(NAME) ?? create() ?? lookUp('postgres') ?? lookUp('nobody') ?? refuse();
}

/** Whether `account` passes `test`, a shell condition in which "$1" stands for `path`. */
export function accountCan(account: Account, test: string, path: string): boolean {
	const options = { cwd: '/', stdio: 'ignore', ...account } as const;
	return spawnSync('/bin/sh', ['-c', test, 'sh', path], options).status === 0;
}

function lookUp(name: string): Account {
	const [uid, gid] = ['-u', '-g'].map((flag) => {
		const found = spawnSync('id', [flag, name], { encoding: 'utf8' });
		return found.status === 0 ? Number(found.stdout) : Number.NaN;
	});
	return uid && gid ? { uid, gid } : undefined;
}

function create(): Account {
	const noLogin = ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent'];
	const options = {
		stdio: 'ignore',
		env: { PATH: `${process.env['PATH']}:/usr/sbin:/sbin` }
	} as const;
	spawnSync('useradd', [...noLogin, '--shell', '/usr/sbin/nologin', NAME], options);
	// Looked up whatever useradd answered: another instance may have created it at the same moment.
	return lookUp(NAME);
}

function refuse(): never {
	throw new Refusal(
		'PostgreSQL does not run as root and no other account could be used or created. Run the command as an ordinary user.'
	);
}
