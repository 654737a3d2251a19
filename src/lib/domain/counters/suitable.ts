/** What is known of a counter's access and languages; null is "not known". */
export type KnownFacts = { id: string; stepFree: string | null; languages: string | null };

export type Wanted = { stepFree: boolean; language: string | null };

/** Languages as staff typed them, "Arabe, anglais": one word each, in order, without repetition. */
export function languagesOf(facts: readonly KnownFacts[]): string[] {
	const all = facts.flatMap(({ languages }) => split(languages));
	const unique = new Map(all.map((word) => [word.toLocaleLowerCase('fr'), word]));
	return [...unique.values()].sort((a, b) => collator.compare(a, b));
}

/**
 * The counters that suit somebody. Only what is known counts: a counter whose fact is not known is left out, and the
 * person is told how many were.
 */
export function suitable(facts: readonly KnownFacts[], wanted: Wanted) {
	const asked = wanted.stepFree || wanted.language !== null;
	const unknown = facts.filter(
		({ stepFree, languages }) =>
			(wanted.stepFree && stepFree === null) || (wanted.language !== null && languages === null)
	);
	const ids = facts.filter((each) => suits(each, wanted)).map(({ id }) => id);
	return { ids: asked ? new Set(ids) : null, leftOut: asked ? unknown.length : 0 };
}

function suits({ stepFree, languages }: KnownFacts, wanted: Wanted): boolean {
	if (wanted.stepFree && stepFree !== 'yes') return false;
	const { language } = wanted;
	return (
		language === null || split(languages).some((word) => collator.compare(word, language) === 0)
	);
}

function split(text: string | null): string[] {
	return (text ?? '')
		.split(/[,;/\n]| et /)
		.map((word) => word.trim())
		.filter((word) => word !== '');
}

const collator = new Intl.Collator('fr', { sensitivity: 'base' });
