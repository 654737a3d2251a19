import { otherNames, plain } from './place-names.ts';

/** What a place is looked up by. */
export type Place = { insee: string; name: string; postcodes: readonly string[] };

/**
 * Is this place what the person typed? Accents, case, hyphens and "St" do not matter; the beginning of each word is
 * enough; so is a postcode. One slip of the finger is forgiven in words of five letters and more.
 *
 * @param place a commune
 * @param query what was typed; empty matches every place
 */
export function matchesPlace(place: Place, query: string): boolean {
	const asked = words(query);
	if (asked.length === 0) return true;
	const names = [place.name, ...otherNames(place.insee)].map(words);
	if (names.some((name) => name.join('').startsWith(asked.join('')))) return true;
	return [...names, [...place.postcodes]].some((name) => everyWordIn(name, asked));
}

/** The words of a search, in one spelling: "St Paul de Vence" and "SAINT-PAUL" begin alike; small words are left out. */
export function words(text: string): string[] {
	return plain(text)
		.split(' ')
		.map((word) => ({ st: 'saint', ste: 'sainte' })[word] ?? word)
		.filter((word) => word !== '' && !smallWords.has(word));
}

/** Not "le", "la", "les": "la colle" and "le bar" are how people say these two. */
const smallWords = new Set([
	'a',
	'd',
	'de',
	'du',
	'des',
	'l',
	'guichet',
	'mairie',
	'logement',
	'commune'
]);

function everyWordIn(name: readonly string[], asked: readonly string[]): boolean {
	return asked.every((word) =>
		name.some((part) => part.startsWith(word) || oneSlipApart(part, word))
	);
}

/** One letter more, less, other, or two swapped. A digit is never forgiven: the next postcode is another place. */
function oneSlipApart(a: string, b: string): boolean {
	if (/\d/.test(b)) return false;
	if (Math.min(a.length, b.length) < 5 || Math.abs(a.length - b.length) > 1) return false;
	let start = 0;
	while (a[start] !== undefined && a[start] === b[start]) start += 1;
	const restA = a.slice(start);
	const restB = b.slice(start);
	const swapped =
		restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
	return (
		swapped ||
		restA.slice(1) === restB ||
		restA === restB.slice(1) ||
		restA.slice(1) === restB.slice(1)
	);
}
