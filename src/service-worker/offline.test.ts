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

const built = {
	build: [
		'/_app/immutable/assets/face.B1.woff2',
		'/_app/immutable/chunks/a.B2.js',
		'/chunks/server.js'
	],
	prerendered,
	version: '7'
};

describe('a phone lent to somebody else', () => {
	it('holds no page but the one that says "offline"', () => {
		expect(toKeep(built).map(({ url }) => url)).toEqual([
			'/_app/immutable/assets/face.B1.woff2',
			'/hors-ligne',
			'/en/hors-ligne',
			'/ar/hors-ligne'
		]);
	});

	it('fetches again, at each new version, what has no version in its name', () => {
		expect(toKeep({ ...built, prerendered: ['/hors-ligne'] })).toEqual([
			{ url: '/_app/immutable/assets/face.B1.woff2', revision: null },
			{ url: '/hors-ligne', revision: '7' }
		]);
	});
});
