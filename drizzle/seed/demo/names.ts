import type { Random } from './random.ts';

/*
 * Fictional people. Family names are plants and stones of the hinterland; telephone numbers are in the range kept for
 * fiction by Arcep's numbering plan (06 39 98 00 00 to 06 39 98 99 99), and e-mail addresses under
 * .test, which no server ever answers for (RFC 6761).
 */

// prettier-ignore
const FEMALE = [
	'Aïcha', 'Alice', 'Amélie', 'Anaïs', 'Béatrice', 'Carla', 'Célia', 'Chloé', 'Diana', 'Élise', 'Fatou', 'Giulia',
	'Hana', 'Inès', 'Jeanne', 'Khadija', 'Laura', 'Leïla', 'Lucie', 'Mariam', 'Mélanie', 'Nadia', 'Noémie', 'Olga',
	'Rosa', 'Salma', 'Sofia', 'Teresa', 'Valentina', 'Yasmine', 'Zoé'
];
// prettier-ignore
const MALE = [
	'Adam', 'Ali', 'Antoine', 'Bilal', 'Bruno', 'Carlos', 'Damien', 'David', 'Élias', 'Enzo', 'Fabio', 'Gabriel',
	'Hugo', 'Idris', 'Jérôme', 'Karim', 'Lucas', 'Marco', 'Mathieu', 'Mehdi', 'Moussa', 'Nicolas', 'Omar', 'Pedro',
	'Rayan', 'Rémi', 'Samir', 'Stefan', 'Thomas', 'Victor', 'Youssef'
];
// prettier-ignore
const FAMILY = [
	'Amandier', 'Argelas', 'Argousier', 'Basilic', 'Bergamote', 'Bruyère', 'Caroubier', 'Chênevert', 'Cigalon', 'Ciste',
	'Clémentine', 'Coquelicot', 'Cyprès', 'Fenouil', 'Figuière', 'Garrigue', 'Genêt', 'Glaïeul', 'Grenadier', 'Immortelle',
	'Jonquille', 'Jujubier', 'Lavandin', 'Lentisque', 'Marjolaine', 'Mélisse', 'Micocoulier', 'Mimosa', 'Myrte',
	'Néflier', 'Olivette', 'Oranger', 'Pervenche', 'Pinède', 'Pistachier', 'Restanque', 'Romarin', 'Safran', 'Sarriette',
	'Sauge', 'Serpolet', 'Tamaris', 'Térébinthe', 'Thymelée', 'Tilleul', 'Verveine', 'Yeuse'
];
const STREETS = [
	'rue des Exemples',
	'chemin de la Fiction',
	'avenue Inventée',
	'impasse du Modèle',
	'allée des Essais'
];

export type Sex = 'M' | 'F';

export function firstName(random: Random, sex: Sex): string {
	return random.pick(sex === 'F' ? FEMALE : MALE);
}

export function familyName(random: Random): string {
	return random.pick(FAMILY);
}

export function street(random: Random): string {
	return random.pick(STREETS);
}

/** @param rank 0 to 9999, one a person */
export function mobile(rank: number): string {
	return `063998${String(rank).padStart(4, '0')}`;
}

export function email(first: string, last: string, rank: number): string {
	const bare = (name: string) =>
		name
			.normalize('NFKD')
			.replace(/[^a-z]/gi, '')
			.toLowerCase();
	return `${bare(first)}.${bare(last)}.${rank}@demo.test`;
}
