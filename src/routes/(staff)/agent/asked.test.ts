import { describe, expect, it } from 'vitest';
import { asking, dayAsked, isBadDay, pageAsked } from './asked.ts';

const at = (query: string) => new URL(`http://localhost/agent?${query}`);

describe('an agent who follows an address', () => {
	it('gets the day it names', () => {
		expect(dayAsked(at('jour=2026-02-28'))?.toString()).toBe('2026-02-28');
		expect(isBadDay(at('jour=2026-02-28'))).toBe(false);
	});

	it.each([
		'2026-02-30',
		'26-02-01',
		'2026-02-01T10:00',
		'0000-01-01',
		'9999-12-31',
		'%00',
		'demain'
	])('is told that %s is no day', (text) => {
		expect(dayAsked(at(`jour=${text}`))).toBeNull();
		expect(isBadDay(at(`jour=${text}`))).toBe(true);
	});

	it('without a day is told nothing', () => {
		expect(isBadDay(at('jour='))).toBe(false);
		expect(isBadDay(at(''))).toBe(false);
	});

	it.each([
		['page=3', 3],
		['page=0', 1],
		['page=-1', 1],
		['page=1e9', 1],
		['page=123456', 1],
		['', 1]
	])('with %s reads page %i', (query, page) => {
		expect(pageAsked(at(query))).toBe(page);
	});

	it('keeps in it only what says something', () => {
		expect(asking('/agent', { guichet: 'antibes', jour: null, page: '' })).toBe(
			'/agent?guichet=antibes'
		);
		expect(asking('/agent', {})).toBe('/agent');
	});
});
