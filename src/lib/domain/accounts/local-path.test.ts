import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localPath } from './local-path.ts';

test.each(['/', '/espace', '/en/espace/pieces?a=1#b', '/ar/agent'])(
	'%s is a page of ours',
	(path) => expect(localPath(path)).toBe(path)
);

test.each([
	null,
	'',
	'espace',
	'//evil.test',
	'/\\evil.test',
	'/a\\b',
	'/\t/evil.test',
	'/\n/evil.test',
	'https://evil.test',
	'\u00a0/x',
	'/é'
])('%j is not', (path) => expect(localPath(path)).toBeNull());

test('whatever is accepted stays on our own site', () => {
	const nasty = fc.string({
		unit: fc.constantFrom('/', '\\', '.', 'a', ':', '@', '?', '#', '\t', '%', '2', 'f'),
		maxLength: 12
	});
	const staysHere = fc.property(nasty, (text) => {
		const path = localPath(`/${text}`);
		return path === null || new URL(path, 'https://guichet.test').origin === 'https://guichet.test';
	});
	expect(fc.check(staysHere).failed).toBe(false);
});
