/** What tells one person of a household from another. */
export type Recognisable = {
	role: string;
	lastName?: string | null;
	firstName?: string | null;
	birthDate?: Temporal.PlainDate | null;
};

/** From the surest sign to the least sure that still is one. */
const SIGNS: readonly ((person: Recognisable) => string | null)[] = [
	// The request belongs to one person, and there is one line for the children to be born.
	({ role }) => (role === 'applicant' || role === 'unborn' ? role : null),
	(person) => key(person, [person.birthDate?.toString(), person.firstName, person.lastName]),
	// Married, divorced, or a name corrected.
	(person) =>
		person.firstName ? key(person, [person.birthDate?.toString(), person.firstName]) : null,
	// A birth date corrected.
	(person) =>
		person.firstName && person.lastName
			? key(person, ['', person.firstName, person.lastName])
			: null
];

/**
 * Which known person each person of a file is: papers hang on persons, and must stay with theirs when a file says
 * everything anew. Two people whom nothing tells apart (twins without names) are taken in their order.
 * @returns for each person of `next`, one of `known`, or null for somebody new; nobody is given twice
 */
export function matchPersons<Known extends Recognisable>(
	known: readonly Known[],
	next: readonly Recognisable[]
): (Known | null)[] {
	const free = new Set(known);
	const found = next.map((): Known | null => null);
	for (const sign of SIGNS) {
		next.forEach((person, index) => {
			const wanted = found[index] ? null : sign(person);
			if (wanted === null) return;
			const match = [...free].find((candidate) => sign(candidate) === wanted);
			if (!match) return;
			free.delete(match);
			found[index] = match;
		});
	}
	return found;
}

function key({ role }: Recognisable, parts: readonly (string | null | undefined)[]): string {
	return [role, ...parts.map((part) => bare(part ?? ''))].join('|');
}

/** "Élodie-Anne" and "ELODIE ANNE" are the same name. */
function bare(name: string): string {
	return name
		.normalize('NFKD')
		.replace(/[^\p{L}\p{N}]/gu, '')
		.toLowerCase();
}
