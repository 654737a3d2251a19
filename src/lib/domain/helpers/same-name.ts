/**
 * Whether a family name typed by somebody is that of the request: case, accents, hyphens and spaces do not count, and
 * of a double name one part of three letters or more is enough. Said before anything is shown to whoever holds an
 * invitation, so that a message to a wrong number tells a stranger nothing.
 */
export function isSameName(typed: string, known: readonly (string | null)[]): boolean {
	const asked = plain(typed).join('');
	if (asked.length === 0) return false;
	return known.some((name) => {
		const parts = plain(name ?? '');
		return parts.join('') === asked || parts.some((part) => part.length >= 3 && part === asked);
	});
}

function plain(name: string): string[] {
	return name
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLocaleLowerCase('fr')
		.split(/[^\p{L}]+/u)
		.filter(Boolean);
}
