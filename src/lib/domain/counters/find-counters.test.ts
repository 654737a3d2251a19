import { expect, it } from 'vitest';
import { communeMeant, findCounters, nearestFirst } from './find-counters.ts';

const biot = { insee: '06018', name: 'Biot', postcodes: ['06410'] };
const ferres = { insee: '06061', name: 'Les Ferres', postcodes: ['06510'] };
const counters = [
	{ name: 'Guichet logement de Biot', commune: biot },
	{ name: 'Service logement communautaire, antenne 1', commune: null }
];
const search = (query: string) => findCounters(counters, [biot, ferres], query);

it('somebody who types nothing sees every counter', () => {
	expect(search('')).toEqual({ found: counters, withoutCounter: [] });
});

it('somebody of a commune without a counter is told so', () => {
	expect(search('les ferres')).toEqual({ found: [], withoutCounter: ['Les Ferres'] });
});

it('somebody finds a branch by its name', () => {
	expect(search('Antenne').found.map(({ name }) => name)).toEqual([counters[1]?.name]);
});

it('somebody from elsewhere finds nothing', () => {
	expect(search('Nice')).toEqual({ found: [], withoutCounter: [] });
});

it('somebody whose words fit one commune means that one, and nobody is guessed for', () => {
	expect(communeMeant([biot, ferres], 'biot')).toBe(biot);
	expect(communeMeant([biot, ferres], '')).toBeNull();
	expect(communeMeant([biot, ferres], 'Nice')).toBeNull();
	expect(communeMeant([biot, { ...biot, insee: '06999' }], '06410')).toBeNull();
});

it('the nearest counter comes first, and one without a place last', () => {
	const order = nearestFirst([
		{ slug: 'antenne-1', kilometres: null },
		{ slug: 'biot', kilometres: 4 },
		{ slug: 'antenne-2', kilometres: null },
		{ slug: 'antibes', kilometres: 0 }
	]);
	expect(order.map(({ slug }) => slug)).toEqual(['antibes', 'biot', 'antenne-1', 'antenne-2']);
});
