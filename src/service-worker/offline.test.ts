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

describe('a phone lent to somebody else', () => {
	it('holds no page but the one that says "offline"', () => {
		const kept = toKeep({ build: ['/_app/a.js'], files: ['/icon.svg'], prerendered, version: '7' });
		expect(kept.map(({ url }) => url)).toEqual([
			'/_app/a.js',
			'/icon.svg',
			'/hors-ligne',
			'/en/hors-ligne',
			'/ar/hors-ligne'
		]);
	});

	it('fetches again what has no version in its name', () => {
		const kept = toKeep({ build: ['/_app/a.js'], files: ['/icon.svg'], prerendered: [], version: '7' });
		expect(kept).toEqual([
			{ url: '/_app/a.js', revision: null },
			{ url: '/icon.svg', revision: '7' }
		]);
	});
});
