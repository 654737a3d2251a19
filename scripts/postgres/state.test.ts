import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newState, readState, writeState } from './state.ts';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'guichet-state-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a start finds the ports and passwords of the last one, which nobody else may read', () => {
	expect(readState(folder)).toBeUndefined();
	const state = newState('inside', 5433);
	writeState(folder, state);
	expect(readState(folder)).toEqual(state);
	expect(statSync(join(folder, 'postgres.json')).mode & 0o777).toBe(0o600);
});

test('two data folders never share a password', () => {
	const all = [newState('inside', 1), newState('inside', 1)].flatMap((one) =>
		Object.values(one.passwords)
	);
	expect(new Set(all).size).toBe(6);
});

test.each(['', '{', '{"place":"elsewhere"}'])(
	'a damaged state %j is refused, not guessed',
	(text) => {
		writeFileSync(join(folder, 'postgres.json'), text);
		expect(() => readState(folder)).toThrow('damaged');
	}
);
