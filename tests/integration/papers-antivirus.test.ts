import { createServer, type Server, type Socket } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { startClamd, type RunningClamd } from '../../scripts/clamav.ts';
import { clamd, readVerdict, readVersion } from '../../src/lib/server/ports/antivirus-clamd.ts';
import { EICAR, photo } from '../support/papers/samples.ts';
import { inParts } from '../support/papers/vault.ts';

let folder: string;
const servers: Server[] = [];
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'av-'));
});
afterAll(async () => {
	for (const server of servers) server.close();
	await rm(folder, { recursive: true, force: true });
});

/** Something that speaks in place of clamd. */
async function impostor(answer: (socket: Socket) => void): Promise<string> {
	const path = join(folder, `${servers.length}.ctl`);
	const server = createServer((socket) => {
		socket.on('error', () => undefined);
		answer(socket);
	});
	servers.push(server);
	await new Promise<void>((done) => server.listen(path, done));
	return path;
}
const scan = (address: string, bytes: Uint8Array, scanSeconds = 20) =>
	clamd({ address, scanSeconds }).scan(inParts(bytes));
const ours = () => inject('clamd');

describe('a real ClamAV', () => {
	it('calls a photo clean and the EICAR file infected, wherever it is in a file', async () => {
		const picture = await photo();
		expect(await scan(ours(), picture)).toEqual({ verdict: 'clean' });
		for (const file of [EICAR, Buffer.concat([picture, EICAR])]) {
			expect(await scan(ours(), file)).toMatchObject({
				verdict: 'found',
				signature: expect.stringMatching(/EICAR/)
			});
		}
	});

	it('takes the largest file of the service in one go', async () => {
		expect(await scan(ours(), Buffer.alloc(25_000_000, 'x'))).toEqual({ verdict: 'clean' });
	});

	it('says its version, and without a database of its own no date of signatures', async () => {
		expect(await clamd({ address: ours() }).state()).toMatchObject({
			answers: true,
			version: expect.stringMatching(/^\d+\.\d+/),
			signaturesAt: null
		});
	});

	describe('that is hurt', () => {
		let hurt: RunningClamd;
		beforeAll(async () => {
			hurt = await startClamd(inject('clamdProgram'), { StreamMaxLength: '1M' });
		});
		afterAll(() => hurt.stop());

		it('gives no verdict on a file over its limit', async () => {
			expect(await scan(hurt.address, Buffer.alloc(3_000_000, 'x'))).toEqual({
				verdict: 'none',
				why: 'antivirus-limit'
			});
		});

		it('gives none while it is stopped, and answers again once it goes on', async () => {
			process.kill(hurt.pid, 'SIGSTOP');
			try {
				for (const bytes of [EICAR, Buffer.alloc(900_000, 'x')]) {
					const slow = { verdict: 'none', why: 'antivirus-slow' };
					expect(await scan(hurt.address, bytes, 1)).toEqual(slow);
				}
			} finally {
				process.kill(hurt.pid, 'SIGCONT');
			}
			expect(await scan(hurt.address, EICAR)).toMatchObject({ verdict: 'found' });
		});

		it('gives none once it is dead', async () => {
			await hurt.stop();
			expect(await scan(hurt.address, EICAR)).toEqual({ verdict: 'none', why: 'antivirus-absent' });
			expect(await clamd({ address: hurt.address }).state()).toEqual({
				answers: false,
				why: 'antivirus-absent'
			});
		});
	});
});

describe('what is not exactly "stream: OK" is never taken for clean', () => {
	it.each([
		['stream: OK', { verdict: 'clean' }],
		['stream: OK ', { verdict: 'none', why: 'antivirus-error' }],
		['OK', { verdict: 'none', why: 'antivirus-error' }],
		['stream: ok', { verdict: 'none', why: 'antivirus-error' }],
		['', { verdict: 'none', why: 'antivirus-error' }],
		['stream: Eicar-Signature FOUND', { verdict: 'found', signature: 'Eicar-Signature' }],
		['stream: Can’t allocate memory ERROR', { verdict: 'none', why: 'antivirus-error' }],
		['INSTREAM size limit exceeded. ERROR', { verdict: 'none', why: 'antivirus-limit' }],
		[
			'stream: Heuristics.Limits.Exceeded.MaxScanSize FOUND',
			{ verdict: 'none', why: 'antivirus-limit' }
		]
	])('"%s"', (answer, verdict) => {
		expect(readVerdict(answer)).toEqual(verdict);
	});

	it.each<[string, (socket: Socket) => void, string]>([
		['closes without a word', (socket) => socket.end(), 'antivirus-error'],
		['stops in the middle of its answer', (socket) => socket.end('stream: OK'), 'antivirus-error'],
		['never stops talking', (socket) => socket.write('x'.repeat(10_000)), 'antivirus-error'],
		['says nothing', () => undefined, 'antivirus-slow'],
		['reads and says nothing', (socket) => socket.resume(), 'antivirus-slow']
	])('a daemon that %s gives no verdict', async (_what, answer, why) => {
		const address = await impostor(answer);
		expect(await scan(address, Buffer.alloc(2_000_000, 'x'), 1)).toEqual({ verdict: 'none', why });
	});

	it('nobody at the address gives none', async () => {
		for (const address of [join(folder, 'nobody.ctl'), '127.0.0.1:1']) {
			expect(await scan(address, EICAR)).toEqual({ verdict: 'none', why: 'antivirus-absent' });
		}
	});

	it('and a file that breaks on the way is the error of the file', async () => {
		async function* broken() {
			yield Buffer.from('begin');
			throw new Error('the seal is broken');
		}
		await expect(clamd({ address: ours() }).scan(broken())).rejects.toThrow('seal is broken');
	});
});

describe('the date of the signatures', () => {
	it('is read from the version', () => {
		const at = (said: string) => {
			const state = readVersion(said);
			return state.answers ? state.signaturesAt?.toString() : state.why;
		};
		expect(at('ClamAV 1.4.6/27823/Mon Nov 23 08:24:03 2026')).toBe('2026-11-23T08:24:03Z');
		expect(at('ClamAV 1.4.6/27823/Thu Jan  1 00:00:00 2026')).toBe('2026-01-01T00:00:00Z');
		expect(at('ClamAV 1.4.6')).toBeUndefined();
		expect(at('UNKNOWN COMMAND')).toBe('antivirus-error');
	});
});
