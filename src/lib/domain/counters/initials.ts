/**
 * A person as two letters, for calendars that leave our hands: "A. H.". A missing name is a question mark.
 */
export function initials(firstName: string | null, lastName: string | null): string {
	const letter = (name: string | null) =>
		[...(name?.trim() ?? '')][0]?.toLocaleUpperCase('fr') ?? '?';
	return `${letter(firstName)}. ${letter(lastName)}.`;
}
