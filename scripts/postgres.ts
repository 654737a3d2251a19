import type { ChildProcess } from 'node:child_process';
import {
	chownSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { databaseAccount } from './postgres/account.ts';
import { addressesOf, onDatabase, type Addresses } from './postgres/addresses.ts';
import { packagedMajor, postgresFolder } from './postgres/binaries.ts';
import { furnish } from './postgres/furnish.ts';
import { lockHolder, takeLock } from './postgres/lock.ts';
import { choosePlace, homeOf, makeDataDir, openToAccount } from './postgres/place.ts';
import { clearOrphan } from './postgres/orphan.ts';
import { freePort, isFree } from './postgres/port.ts';
import {
	answers,
	clusterOf,
	halt,
	initialise,
	launch,
	type ServerOptions
} from './postgres/server.ts';
import { newState, readState, writeState, type State } from './postgres/state.ts';
import { Refusal } from './refusal.ts';

/** A database of ours that is running, until `stop` is called or this process ends. */
export interface Postgres extends Addresses {
	stop(): Promise<void>;
}

export interface StartOptions {
	/** Where the data lives; one running database a folder. */
	dataDir: string;
	log?: (line: string) => void;
	/** Without the guarantees against a power cut: tests only. */
	fast?: boolean;
	/** Called when the server dies by itself. */
	onLost?: () => void;
}

/**
 * Starts the embedded PostgreSQL of a data folder, made on first use with its roles, its database
 * `guichet` and its extensions. Throws AlreadyRunning when another live process runs it.
 */
export async function startPostgres(options: StartOptions): Promise<Postgres> {
	const dataDir = resolve(options.dataDir);
	makeDataDir(dataDir);
	const release = takeLock(lockOf(dataDir));
	try {
		const { state, server } = await open(dataDir, options);
		const child = await launchOnFreePort(dataDir, state, server);
		const addresses = addressesOf(state);
		if (!state.ready) {
			await furnish(state);
			writeState(dataDir, { ...state, ready: true });
		}
		return { ...addresses, stop: stopper(child, release, options.onLost) };
	} catch (error) {
		release();
		throw error;
	}
}

/** A database in a folder of its own under the system's temporary folder; `stop` removes it. */
export async function startTemporaryPostgres(): Promise<Postgres & { dataDir: string }> {
	const { dataDir, remove } = temporaryDataDir();
	const postgres = await startPostgres({ dataDir, fast: true });
	return { ...postgres, dataDir, stop: () => postgres.stop().then(remove) };
}

/** A data folder that lasts until `remove`. */
export function temporaryDataDir(): { dataDir: string; remove(): Promise<void> } {
	const dataDir = mkdtempSync(join(tmpdir(), 'guichet-'));
	openToAccount(dataDir);
	const remove = async () => {
		await erasePostgres(dataDir);
		rmSync(dataDir, { recursive: true, force: true });
	};
	return { dataDir, remove };
}

/** The database of a data folder if some process is running it now. */
export async function runningPostgres(folder: string): Promise<Addresses | undefined> {
	const dataDir = resolve(folder);
	const state = existsSync(dataDir) ? readState(dataDir) : undefined;
	if (!state?.ready || lockHolder(lockOf(dataDir)) === undefined) return undefined;
	const addresses = addressesOf(state);
	return (await answers(addresses.adminUrl)) ? addresses : undefined;
}

/** Forgets the database of a data folder. Throws AlreadyRunning when it is in use. */
export async function erasePostgres(folder: string): Promise<void> {
	const dataDir = resolve(folder);
	if (!existsSync(dataDir)) return;
	const release = takeLock(lockOf(dataDir));
	for (const place of process.getuid?.() === 0
		? (['inside', 'outside'] as const)
		: (['inside'] as const)) {
		const home = homeOf(dataDir, place);
		await clearOrphan(home);
		rmSync(home, { recursive: true, force: true });
	}
	for (const name of ['postgres.json', 'postgres.log'])
		rmSync(join(dataDir, name), { force: true });
	release();
}

const lockOf = (dataDir: string) => join(dataDir, 'postgres.lock');

async function open(dataDir: string, options: StartOptions) {
	const known = readState(dataDir);
	const account = databaseAccount(known && homeOf(dataDir, known.place));
	const place = known?.place ?? choosePlace(dataDir, account);
	const home = homeOf(dataDir, place);
	const log = options.log ?? (() => {});
	if (await clearOrphan(home)) log('Stopped a database left running by a process that was killed.');
	const kept = known?.ready === true && existsSync(clusterOf(home));
	const state = kept ? known : newState(place, await freePort());
	const logFile = join(dataDir, 'postgres.log');
	if (existsSync(logFile) && statSync(logFile).size > 5_000_000) rmSync(logFile);
	const programs = postgresFolder(account);
	const fast = options.fast ?? false;
	const server: ServerOptions = { programs, home, account, port: state.port, logFile, fast };
	if (kept) refuseOtherMajor(home);
	else create(dataDir, state, server, known !== undefined);
	return { state, server };
}

function create(dataDir: string, state: State, server: ServerOptions, mayReplace: boolean): void {
	const { home, account } = server;
	// Without its state file the passwords are lost, but the data may be dear to someone.
	if (state.place === 'inside' && existsSync(clusterOf(home)) && !mayReplace) {
		throw new Refusal(
			`${home} holds a database, but ${dataDir}/postgres.json, which holds its passwords, is missing. Put it back, or start anew: npm run demo -- --fresh`
		);
	}
	rmSync(home, { recursive: true, force: true });
	writeState(dataDir, state);
	mkdirSync(home, { mode: 0o700 });
	const passwordFile = join(home, 'password');
	writeFileSync(passwordFile, state.passwords.admin, { mode: 0o600 });
	if (account) for (const path of [home, passwordFile]) chownSync(path, account.uid, account.gid);
	initialise(server, passwordFile);
	rmSync(passwordFile);
}

function refuseOtherMajor(home: string): void {
	const found = readFileSync(join(clusterOf(home), 'PG_VERSION'), 'utf8').trim();
	if (found === packagedMajor()) return;
	throw new Refusal(
		`${home} was made by PostgreSQL ${found}; this version runs PostgreSQL ${packagedMajor()}. See docs/operations.md, or start anew: npm run demo -- --fresh`
	);
}

/** Launches on the remembered port, or on another one when it has since been taken. */
async function launchOnFreePort(dataDir: string, state: State, server: ServerOptions) {
	for (let attempt = 1; ; attempt++) {
		try {
			state.port = (await isFree(state.port)) ? state.port : await freePort();
			const url = onDatabase(addressesOf(state).adminUrl, 'postgres');
			const child = await launch({ ...server, port: state.port }, url);
			writeState(dataDir, state);
			return child;
		} catch (error) {
			// The port went between the look and the launch, or processes of a killed server still end.
			const passing = /Address already in use|pre-existing shared memory/.test(String(error));
			if (!passing || attempt === 10) throw error;
			await wait(attempt * 100);
		}
	}
}

function stopper(child: ChildProcess, release: () => void, onLost?: () => void) {
	const lost = () => onLost?.();
	child.once('exit', lost);
	let stopped: Promise<void> | undefined;
	return () => {
		child.off('exit', lost);
		return (stopped ??= halt(child).finally(release));
	};
}
