import * as v from 'valibot';

/** Every letter is signed by somebody, somewhere, some day: asked for in each. */
export const COMMON_FIELDS = ['nom', 'adresse', 'numero', 'ville', 'date'] as const;

export const LETTER_FIELDS = [
	...COMMON_FIELDS,
	'naissance',
	'telephone',
	'faux',
	'juste',
	'date_changement',
	'nouvelle_adresse',
	'date_decision',
	'raison'
] as const;
export type LetterField = (typeof LETTER_FIELDS)[number];

/** A letter asks at the most what these name; longer answers get a larger box. */
export const LONG_FIELDS: readonly LetterField[] = [
	'adresse',
	'faux',
	'juste',
	'nouvelle_adresse',
	'raison'
];

export const LETTERS = [
	'renonciation',
	'rectification',
	'adresse',
	'contester-radiation',
	'contester-decision'
] as const;
export type LetterSlug = (typeof LETTERS)[number];

const line = v.pipe(v.string(), v.nonEmpty());

export const LettersSchema = v.array(
	v.strictObject({
		slug: v.picklist(LETTERS),
		to: line,
		subject: line,
		paragraphs: v.pipe(v.array(line), v.minLength(1))
	})
);
export type Letter = v.InferOutput<typeof LettersSchema>[number];

/** A piece of a letter: words, or a place to fill. */
export type Piece = { readonly text: string } | { readonly field: LetterField };

/**
 * Cuts a line of a letter at its places to fill: `né(e) le {naissance}`.
 * @throws TypeError when it names a field that does not exist
 */
export function pieces(text: string): Piece[] {
	return text
		.split(/(\{[a-z_]+\})/)
		.filter((part) => part !== '')
		.map((part) => {
			const name = /^\{([a-z_]+)\}$/.exec(part)?.[1];
			if (name === undefined) return { text: part };
			const field = LETTER_FIELDS.find((known) => known === name);
			if (!field) throw new TypeError(`a letter has no field "${name}"`);
			return { field };
		});
}

/** What to ask for before a letter can be printed: its own fields after those of every letter, each once. */
export function fieldsOf(letter: Letter): LetterField[] {
	const named = [letter.subject, ...letter.paragraphs]
		.flatMap(pieces)
		.flatMap((piece) => ('field' in piece ? [piece.field] : []));
	return [...new Set<LetterField>([...COMMON_FIELDS, ...named])];
}
