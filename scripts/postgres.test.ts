import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { erasePostgres, runningPostgres, startPostgres, temporaryDataDir } from './postgres.ts';

let dataDir: string;
let remove: () => Promise<void>;
const started: ChildProcess[] = [];

beforeEach(() => {
	({ dataDir, remove } = temporaryDataDir());
});
afterEach(async () => {
	for (const child of started.splice(0)) await kill(child);
	await remove();
});

async function kill(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	child.kill('SIGKILL');
	await once(child, 'exit');
}

async function ask(url: string, statement: string): Promise<unknown> {
	const client = new pg.Client(url);
	await client.connect();
	try {
		return (await client.query({ text: statement, rowMode: 'array' })).rows[0]?.[0];
	} finally {
		await client.end();
	}
}

/** Another process that runs the database of the folder until it is killed. */
async function startElsewhere(): Promise<ChildProcess> {
	const module = join(import.meta.dirname, 'postgres.ts');
	const code = `const { startPostgres } = await import(${JSON.stringify(module)});
		const postgres = await startPostgres({ dataDir: ${JSON.stringify(dataDir)}, fast: true });
		const work = setInterval(() => {}, 1000);
		process.once('SIGTERM', () => postgres.stop().then(() => clearInterval(work)));
		process.send('ready');`;
	const words = ['--input-type=module', '--eval', code];
	const child = spawn(process.execPath, words, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
	started.push(child);
	await once(child, 'message');
	child.disconnect();
	return child;
}

describe('a person who starts the embedded database', { timeout: 180_000 }, () => {
	test('gets its roles and extensions, and finds the data again at the next start', async () => {
		const first = await startPostgres({ dataDir, fast: true });
		await ask(first.ownerUrl, 'create table kept as select 7 as n');
		expect(await ask(first.webUrl, 'select current_user')).toBe('guichet_web');
		const extensions = `select count(*)::int from pg_extension where extname in ('btree_gist', 'pg_trgm', 'unaccent')`;
		expect(await ask(first.ownerUrl, extensions)).toBe(3);
		await first.stop();
		expect(await runningPostgres(dataDir)).toBeUndefined();
		const second = await startPostgres({ dataDir, fast: true });
		expect(await ask(second.ownerUrl, 'select n from kept')).toBe(7);
		await second.stop();
	});

	test('is told when another process runs it, and can use that one', async () => {
		const postgres = await startPostgres({ dataDir, fast: true });
		await expect(startPostgres({ dataDir })).rejects.toThrow('already in use');
		await expect(erasePostgres(dataDir)).rejects.toThrow('already in use');
		const found = await runningPostgres(dataDir);
		expect(found?.webUrl).toBe(postgres.webUrl);
		await postgres.stop();
	});

	test('starts again after a kill -9, whose database still ran', async () => {
		const killed = await startElsewhere();
		const left = await runningPostgres(dataDir);
		await ask(left?.ownerUrl ?? '', 'create table kept as select 7 as n');
		await kill(killed);
		const said: string[] = [];
		const postgres = await startPostgres({ dataDir, fast: true, log: (line) => said.push(line) });
		expect(said.join()).toContain('left running');
		expect(await ask(postgres.ownerUrl, 'select n from kept')).toBe(7);
		await postgres.stop();
	});

	test('leaves nothing running after a polite stop', async () => {
		const child = await startElsewhere();
		child.kill('SIGTERM');
		await once(child, 'exit');
		const said: string[] = [];
		const postgres = await startPostgres({ dataDir, fast: true, log: (line) => said.push(line) });
		expect(said).toEqual([]);
		await postgres.stop();
	});

	test('runs two folders beside one another', async () => {
		const other = temporaryDataDir();
		const both = await Promise.all(
			[dataDir, other.dataDir].map((folder) => startPostgres({ dataDir: folder, fast: true }))
		);
		const ports = both.map((one) => new URL(one.webUrl).port);
		expect(new Set(ports).size).toBe(2);
		await Promise.all(both.map((one) => one.stop()));
		await other.remove();
	});

	test('keeps the data from the other accounts of the machine', async () => {
		const postgres = await startPostgres({ dataDir, fast: true });
		expect(statSync(join(dataDir, 'postgres')).mode & 0o077).toBe(0);
		expect(statSync(join(dataDir, 'postgres.json')).mode & 0o077).toBe(0);
		const wrong = postgres.webUrl.replace(/:[^:@]+@/, ':wrong@');
		await expect(ask(wrong, 'select 1')).rejects.toThrow('password authentication failed');
		await postgres.stop();
	});
});
