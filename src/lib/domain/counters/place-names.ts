/** Names people use for a place that is not its commune's official name, by INSEE code. */
const alsoCalled: Readonly<Record<string, readonly string[]>> = {
	'06004': ['Juan-les-Pins'],
	'06038': ['Châteauneuf-Grasse', 'Châteauneuf-de-Grasse'],
	'06128': ['Saint-Paul'],
	'06152': ['Sophia Antipolis'],
	'06155': ['Golfe-Juan']
};

/** @param insee INSEE code of a commune @returns its other names, none for most */
export function otherNames(insee: string): readonly string[] {
	return alsoCalled[insee] ?? [];
}

/** A name as a piece of an address: "Gréolières" → "greolieres", "Le Bar-sur-Loup" → "le-bar-sur-loup". */
export function slugOf(name: string): string {
	return plain(name).replaceAll(' ', '-');
}

/** "Antibes" → "d’Antibes", "Le Rouret" → "du Rouret", "Les Ferres" → "des Ferres", "Biot" → "de Biot". */
export function withFrenchOf(name: string): string {
	if (name.startsWith('Le ')) return `du ${name.slice(3)}`;
	if (name.startsWith('Les ')) return `des ${name.slice(4)}`;
	return /^[aeiouyéèêîô]/i.test(name) ? `d’${name}` : `de ${name}`;
}

/** Lower case, no accent, words parted by one space: what is left when spelling habits are taken away. */
export function plain(text: string): string {
	return text
		.normalize('NFD')
		.replace(/\p{Mark}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, ' ')
		.trim();
}
