import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildStamp, isBuilt, STAMP_FILE } from './stamp.ts';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'guichet-stamp-'));
	for (const path of ['src/lib/paraglide', 'messages', 'build']) {
		mkdirSync(join(folder, path), { recursive: true });
	}
	write('src/app.html', 'one');
	write(STAMP_FILE, buildStamp(folder));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (path: string, text: string) => writeFileSync(join(folder, path), text);

test('a second start does not build again', () => {
	write('src/app.html', 'one');
	write('src/lib/paraglide/messages.js', 'compiled');
	write('src/rule.test.ts', 'a test is not part of the application');
	expect(isBuilt(folder)).toBe(true);
});

test.each(['src/app.html', 'src/new.ts', 'messages/fr.json', 'package-lock.json'])(
	'a change of %s makes the build stale',
	(path) => {
		write(path, 'two');
		expect(isBuilt(folder)).toBe(false);
	}
);

test('a build that did not finish does not count', () => {
	rmSync(join(folder, STAMP_FILE));
	expect(isBuilt(folder)).toBe(false);
});
