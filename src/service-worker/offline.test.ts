import { describe, expect, it } from 'vitest';
import { offlinePage, toKeep } from './offline.ts';

const prerendered = ['/hors-ligne', '/en/hors-ligne', '/ar/hors-ligne', '/mentions-legales'];

describe('a reader who loses the network', () => {
	it('is told so in the language of the page they asked for', () => {
		expect(offlinePage('/ar/espace', prerendered)).toBe('/ar/hors-ligne');
		expect(offlinePage('/en', prerendered)).toBe('/en/hors-ligne');
	});

	it('is told so in French everywhere else', () => {
		expect(offlinePage('/espace/pieces', prerendered)).toBe('/hors-ligne');
		expect(offlinePage('/', prerendered)).toBe('/hors-ligne');
	});

	it('gets the browser’s own message when no such page was built', () => {
		expect(offlinePage('/espace', [])).toBeUndefined();
	});
});

describe('a phone that visits for the first time', () => {
	it('first gets the page that says "offline", in French and in the language being read', () => {
		expect(toKeep(['/ar/guide/cotation', '/ar'], prerendered, '7')).toEqual([
			{ url: '/hors-ligne', revision: '7' },
			{ url: '/ar/hors-ligne', revision: '7' }
		]);
	});

	it('gets it once when French is being read', () => {
		expect(toKeep(['/guide'], prerendered, '7')).toEqual([{ url: '/hors-ligne', revision: '7' }]);
	});
});
