import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { AlreadyRunning, lockHolder, takeLock } from './lock.ts';
import { processStart } from './process-identity.ts';

let folder: string;
let path: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'guichet-lock-'));
	path = join(folder, 'lock');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a second start on the same folder is told which process holds it', () => {
	const release = takeLock(path);
	expect(() => takeLock(path)).toThrow(AlreadyRunning);
	expect(() => takeLock(path)).toThrow(String(process.pid));
	expect(lockHolder(path)).toBe(process.pid);
	release();
	expect(existsSync(path)).toBe(false);
	takeLock(path)();
});

test('a start takes over from a process that was killed', () => {
	writeFileSync(path, JSON.stringify({ pid: 2 ** 22 + 1, started: '1' }));
	expect(lockHolder(path)).toBeUndefined();
	takeLock(path)();
	expect(existsSync(path)).toBe(false);
});

test('a start is not stopped by another process that was given the number of a dead one', () => {
	const started = `${processStart(process.pid)}0`;
	writeFileSync(path, JSON.stringify({ pid: process.pid, started }));
	expect(lockHolder(path)).toBeUndefined();
	takeLock(path)();
	expect(existsSync(path)).toBe(false);
});

test('a start copes with a lock that says nothing', () => {
	writeFileSync(path, '');
	takeLock(path)();
	expect(existsSync(path)).toBe(false);
});
