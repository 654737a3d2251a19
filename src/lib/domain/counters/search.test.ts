import { describe, expect, it } from 'vitest';
import { matchesPlace, words, type Place } from './search.ts';

const places: Place[] = [
	{ insee: '06004', name: 'Antibes', postcodes: ['06600', '06160'] },
	{ insee: '06010', name: 'Le Bar-sur-Loup', postcodes: ['06620'] },
	{ insee: '06044', name: 'La Colle-sur-Loup', postcodes: ['06480'] },
	{ insee: '06070', name: 'Gréolières', postcodes: ['06620'] },
	{ insee: '06128', name: 'Saint-Paul-de-Vence', postcodes: ['06570'] },
	{ insee: '06152', name: 'Valbonne', postcodes: ['06560'] },
	{ insee: '06155', name: 'Vallauris', postcodes: ['06220'] }
];

function found(query: string): string[] {
	return places.filter((place) => matchesPlace(place, query)).map((place) => place.name);
}

describe('somebody looking for a counter', () => {
	it.each([
		['antibes', ['Antibes']],
		['  ANTIBES ', ['Antibes']],
		['greolieres', ['Gréolières']],
		['Gréo', ['Gréolières']],
		['st paul', ['Saint-Paul-de-Vence']],
		['Saint Paul de Vence', ['Saint-Paul-de-Vence']],
		['stpaul', []],
		['la colle sur loup', ['La Colle-sur-Loup']],
		['lacollesurloup', ['La Colle-sur-Loup']],
		['bar sur loup', ['Le Bar-sur-Loup']],
		['mairie du Bar-sur-Loup', ['Le Bar-sur-Loup']],
		['guichet de Valbonne', ['Valbonne']]
	])('finds by name, whatever the accents, case and hyphens: "%s"', (query, names) => {
		expect(found(query)).toEqual(names);
	});

	it.each([
		['juan les pins', 'Antibes'],
		['Golfe-Juan', 'Vallauris'],
		['Sophia', 'Valbonne']
	])('finds a commune by the name of one of its places: "%s"', (query, name) => {
		expect(found(query)).toEqual([name]);
	});

	it('finds by postcode, also its beginning', () => {
		expect(found('06600')).toEqual(['Antibes']);
		expect(found('06620')).toEqual(['Le Bar-sur-Loup', 'Gréolières']);
		expect(found('066')).toEqual(['Antibes', 'Le Bar-sur-Loup', 'Gréolières']);
	});

	it.each([
		['valboune', 'Valbonne'],
		['valbone', 'Valbonne'],
		['antiebs', 'Antibes'],
		['valauris', 'Vallauris']
	])('is forgiven one slip: "%s"', (query, name) => {
		expect(found(query)).toEqual([name]);
	});

	it('sees every counter when nothing, or only small words, were typed', () => {
		expect(found('')).toHaveLength(places.length);
		expect(found(' de la commune de ')).not.toHaveLength(0);
	});

	it('finds nothing for a town outside the area', () => {
		expect(found('Nice')).toEqual([]);
		expect(found('06000')).toEqual([]);
		expect(found('<script>')).toEqual([]);
	});

	it('may write "St" or "Ste"', () => {
		expect(words('St-Paul')).toEqual(['saint', 'paul']);
		expect(words('Ste Anne')).toEqual(['sainte', 'anne']);
	});
});
