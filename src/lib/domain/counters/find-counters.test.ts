import { expect, it } from 'vitest';
import { findCounters } from './find-counters.ts';

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
