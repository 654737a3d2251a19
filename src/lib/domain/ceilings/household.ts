/** Who would live in the home, as the ceilings count them (arrêté of 29 July 1987; CCH L442-12). */
export interface Household {
	/** Who signs the lease or lives as a couple with them. */
	readonly adults: number;
	/** Dependants in the sense of the tax notice. */
	readonly dependants: number;
	/** A couple, married, in a PACS or living together, whose ages add up to 55 at most. */
	readonly youngCouple: boolean;
	/** One of them at least has a disability recognised by the carte mobilité inclusion. */
	readonly disability: boolean;
}

export const CATEGORIES = [1, 2, 3, 4, 5, 6] as const;
export type Category = (typeof CATEGORIES)[number];

/** Which words of the arrêté put the household there. */
export const CATEGORY_REASONS = [
	'size',
	'alone_with_dependants',
	'young_couple',
	'disability'
] as const;
export type CategoryReason = (typeof CATEGORY_REASONS)[number];

export interface Placed {
	readonly category: Category;
	/** Persons beyond the sixth category, each of whom raises its ceiling. */
	readonly extraPersons: number;
	readonly reason: CategoryReason;
	/** The text is silent here: favourable reading, to be confirmed. */
	readonly beyondTheText: boolean;
}

/** Ages, added up, of a young couple: at most this (domain.md §5). */
export const YOUNG_COUPLE_AGES = 55;

const LARGEST = 6;

/**
 * The category of a household (domain.md §5, S41 and S42). Each category says "so many persons", then names who goes
 * with them though one person fewer: somebody alone with dependants, a young couple without any, a household with a
 * disability. These do not add up: the highest counts.
 *
 * Over the sixth category the text only says "for each further person". For those whom it placed one higher before,
 * we go on placing them one higher.
 */
export function categoryOf(household: Household): Placed {
	const { adults, dependants } = household;
	const persons = adults + dependants;
	const reason = reasonOf(household);
	const size = reason === 'size' ? persons : persons + 1;
	return {
		category: Math.min(size, LARGEST) as Category,
		extraPersons: Math.max(0, size - LARGEST),
		reason,
		beyondTheText: reason !== 'size' && size > LARGEST
	};
}

function reasonOf({ adults, dependants, youngCouple, disability }: Household): CategoryReason {
	if (adults === 1 && dependants > 0) return 'alone_with_dependants';
	if (adults === 2 && dependants === 0 && youngCouple) return 'young_couple';
	return disability ? 'disability' : 'size';
}
