import { expect, it } from 'vitest';
import { slugOf, withFrenchOf } from './place-names.ts';

it.each([
	['Antibes', 'antibes', 'd’Antibes'],
	['Opio', 'opio', 'd’Opio'],
	['Gréolières', 'greolieres', 'de Gréolières'],
	['Le Bar-sur-Loup', 'le-bar-sur-loup', 'du Bar-sur-Loup'],
	['La Colle-sur-Loup', 'la-colle-sur-loup', 'de La Colle-sur-Loup'],
	['Les Ferres', 'les-ferres', 'des Ferres'],
	['Saint-Paul-de-Vence', 'saint-paul-de-vence', 'de Saint-Paul-de-Vence']
])('a reader finds %s in its address and in its French sentence', (name, slug, sentence) => {
	expect(slugOf(name)).toBe(slug);
	expect(withFrenchOf(name)).toBe(sentence);
});
