import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { bytesOf } from './pieces.ts';
import { GIVEN_BY_SCRIPTS, withUsedStyles } from './used-styles.ts';

vi.mock('./style-sheets.ts', () => ({
	linksIn: (head: string) => head,
	// The links of these tests are the styles themselves.
	stylesOf: (links: string) => links
}));

/** What is left of a style sheet in a page of one element. */
const left = (css: string, body = '<p class="_4 notice">') =>
	/<style>(.*)<\/style>/s.exec(String(bytesOf(withUsedStyles(css, [body]))))?.[1];

describe('somebody on a slow line receives the rules that their page can use', () => {
	test.each([
		['of an element', 'p{margin:0}'],
		['of a class that is there', '.notice._4{color:red}'],
		['of which one selector can match', '.absent,.notice{color:red}'],
		['that excludes a class', '.notice:not(.absent){color:red}'],
		['that allows one of several', '.notice:is(.absent,p:where(._9)){color:red}'],
		['with a dot in the value of an attribute', 'a[href$=".pdf"]{color:red}'],
		['with a brace in a text', '.notice:after{content:"}"}p{margin:0}'],
		['of a face, a page or a movement', '@font-face{src:url(a.b)}@page{margin:0}'],
		['under a condition', '@media (width<=22rem){.notice{color:red}}'],
		['under two', '@media print{@supports (color:red){p{margin:0}}}']
	])('a rule %s stays as it was', (_, css) => {
		expect(left(css)).toBe(css);
	});

	test.each([
		['of a class that is nowhere', '.absent{color:red}'],
		['of a component that is not there', 'p._5{color:red}'],
		['of one inside the other', '.absent .notice{color:red}'],
		['of which no selector can match', '.absent,p.gone{color:red}'],
		['alone under a condition', '@media print{.absent{color:red}}']
	])('a rule %s is left out', (_, css) => {
		expect(left(`${css}p{margin:0}`)).toBe('p{margin:0}');
	});

	test('the next page has its own', () => {
		const css = '.one{color:red}.two{color:blue}';
		expect(left(css, '<p class="one">')).toBe('.one{color:red}');
		expect(left(css, '<p class="two">')).toBe('.two{color:blue}');
	});
});

describe('what a script adds later finds its styles', () => {
	const scripts = globSync('src/lib/client/**/*.{js,ts}', { exclude: ['**/*.test.ts'] }).map(
		(file) => ({ file, text: readFileSync(file, 'utf8') })
	);

	test('every class that a script gives is known', () => {
		const given = scripts.flatMap(({ text }) =>
			[...text.matchAll(/className\W+'([^']*)'/g)].flatMap(([, names]) => names!.split(' '))
		);
		expect(new Set(given)).toEqual(new Set(GIVEN_BY_SCRIPTS));
		const others = scripts.filter(({ text }) => /classList|setAttribute\('class/.test(text));
		expect(others.map(({ file }) => file)).toEqual([]);
	});

	test('a page that takes parts of later answers keeps all, and there are two such', () => {
		const css = '.absent{color:red}';
		expect(left(css, '<form data-draft="1">')).toBe(css);
		expect(left(css, '<div class="desk" data-desk data-ahead="">')).toBe(css);
		const taking = scripts.filter(({ text }) => /adoptNode|importNode|innerHTML/.test(text));
		expect(taking.map(({ file }) => file).sort()).toEqual([
			'src/lib/client/desk/next-paper.js',
			'src/lib/client/papers/page-list.ts'
		]);
	});
});
