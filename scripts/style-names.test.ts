import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { components, styleName } from './style-names.js';

const nameOf = (filename: string) =>
	styleName({ filename, css: '', name: '', hash: (text) => `hash-of-${text}` });

test('no two components share the class that binds their styles', () => {
	expect(components.length).toBeGreaterThan(100);
	expect(new Set(components.map(nameOf)).size).toBe(components.length);
});

test('a component has one name, however its file is called from', () => {
	const file = 'src/routes/+layout.svelte';
	expect(nameOf(`${process.cwd()}/${file}`)).toBe(nameOf(file));
	expect(nameOf(file)).toMatch(/^_[a-z\d]{1,3}$/);
});

test('one that is not of this project, or is new, has a name all the same', () => {
	expect(nameOf('node_modules/other/New.svelte')).toBe('_hash-of-node_modules/other/New.svelte');
});

test('the general styles know a list that has no name but that class', () => {
	expect(nameOf('src/routes/+layout.svelte')).toMatch(/^_/);
	expect(readFileSync('src/lib/styles/base.css', 'utf8')).toContain("[class^='_']");
});
