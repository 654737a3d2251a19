import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from './root.ts';

/** A copy of the texts, spoilt and mended one fault at a time. */
let copy: string;
beforeAll(() => {
	copy = mkdtempSync(join(tmpdir(), 'texts-'));
	cpSync(join(root, 'content'), join(copy, 'content'), { recursive: true });
});
afterAll(() => rmSync(copy, { recursive: true }));

function check(): { status: number | null; said: string } {
	const { status, stderr } = spawnSync(process.execPath, [join(root, 'scripts/check-texts.ts')], {
		cwd: copy,
		encoding: 'utf8'
	});
	return { status, said: stderr };
}

/** What the check says of one file that somebody spoilt. */
function saidOf(file: string, spoil: (text: string) => string): string {
	const path = join(copy, 'content', file);
	const text = readFileSync(path, 'utf8');
	expect(spoil(text)).not.toBe(text);
	writeFileSync(path, spoil(text));
	const { status, said } = check();
	writeFileSync(path, text);
	expect(status).toBe(1);
	expect(said).toContain(file);
	return said;
}

const without = (key: string) => (text: string) =>
	text.replace(new RegExp(`^${key}:.*\\n(?:  .*\\n)*`, 'm'), '');

describe('somebody who builds the application', () => {
	it('builds it with the texts as they are', () => {
		expect(check()).toEqual({ status: 0, said: '' });
	});

	it.each([
		['a dead link', 'guide/fr/dalo.md', '\n[Là](/guide/nulle-part)\n', '/guide/nulle-part'],
		['a link to no heading', 'guide/en/dalo.md', '\n[There](#nowhere)\n', '#nowhere'],
		['a heading that jumps a level', 'guide/ar/dalo.md', '\n# عنوان\n', '## and ###'],
		['a picture without its text', 'guide/fr-simple/dalo.md', '\n![](dessin:key)\n', 'picture'],
		['a picture from elsewhere', 'guide/it/dalo.md', '\n![x](https://x.test/a.png)\n', 'drawings'],
		['raw HTML', 'guide/pt/dalo.md', '\n<div>x</div>\n', 'no place'],
		['a word nobody explains', 'guide/uk/dalo.md', '\n[слово](mot:nulle)\n', 'nulle'],
		['a dead link of the staff', 'procedures/ne-jamais-faire.md', '\n[Là](/agent/rien)\n', 'rien']
	])('is stopped by %s, and told the file', (_fault, file, added, said) => {
		expect(saidOf(file, (text) => text + added)).toContain(said);
	});

	it.each(['sources', 'checked', 'next_check', 'title'])(
		'is stopped by a chapter without its "%s"',
		(key) => {
			expect(saidOf('guide/fr/cotation.md', without(key))).toContain(key);
		}
	);

	it('is stopped by a text that begins one level too low', () => {
		const spoil = (text: string) => text.replace(/^## /m, '### ');
		expect(saidOf('guide/fr/radiation.md', spoil)).toContain('jumps a level');
	});

	it('is stopped by a question that leads nowhere', () => {
		const spoil = (text: string) => text.replace(/more: .*/, 'more: /rien,');
		expect(saidOf('guide/fr/questions.yaml', spoil)).toContain('/rien');
	});
});
