import { dateInWords } from '../../domain/words.ts';
import * as m from '../../paraglide/messages.js';
import type { Both, Proof, ProofBlock, ProofFact } from './proof.ts';
import type { Locale } from '../../paraglide/runtime.js';
import type { Words } from './words.ts';

type Said = (inputs: object, options: { locale: Locale }) => string;
type Origin = 'declared' | 'counter' | 'official';

const ORIGINS: Readonly<Record<Origin, Said>> = {
	declared: m.proofs_said_declared,
	counter: m.space_said_counter,
	official: m.space_said_official
};

/** Head and foot of a proof, the same for all: what it is, of which day, from what. */
export function established(
	title: Said,
	today: Temporal.PlainDate,
	words: Words
): Omit<Proof, 'blocks'> {
	return {
		title: words.both(title, {}),
		subtitle: words.both(m.proofs_subtitle, (locale) => ({ day: dateInWords(today, locale) })),
		besideLanguage: words.besideLanguage,
		footer: `${title({}, { locale: 'fr' })} · ${m.proofs_footer({ day: dateInWords(today, 'fr') }, { locale: 'fr' })}`
	};
}

/** Who said a row, and on which day, in French. */
export function saidOf({
	origin,
	statedOn
}: {
	origin: Origin;
	statedOn: Temporal.PlainDate;
}): string {
	const who = ORIGINS[origin]({}, { locale: 'fr' });
	return m.space_said_on({ who, day: dateInWords(statedOn, 'fr') }, { locale: 'fr' });
}

type Stated = { subject: string; fact: string; origin: Origin; statedOn: Temporal.PlainDate };

/** Who said some facts of a row, when that is somebody else than who said the row: the latest. */
export function statedOf(
	stated: readonly Stated[],
	subject: string,
	facts: readonly string[]
): string | undefined {
	const said = stated
		.filter((each) => each.subject === subject && facts.includes(each.fact))
		.sort((a, b) => Temporal.PlainDate.compare(b.statedOn, a.statedOn))[0];
	return said && saidOf(said);
}

type Traits = Pick<ProofFact, 'origin' | 'toConfirm'>;

export function fact(
	words: Words,
	term: Said,
	value: string | null | undefined,
	traits: Traits = {}
): ProofFact {
	return { term: words.both(term, {}), value: value ?? '', ...traits };
}

export const dateFact = (
	words: Words,
	term: Said,
	day: Temporal.PlainDate,
	traits: Traits = {}
): ProofFact => fact(words, term, dateInWords(day, 'fr'), traits);

export const textsOf = (texts: readonly Both[], muted = false): ProofBlock[] =>
	texts.map((text) => ({ kind: 'text', text, muted }));

type Named = { firstName: string | null; lastName: string | null };
export const nameOf = ({ firstName, lastName }: Named): string =>
	[firstName, lastName].filter(Boolean).join(' ');

type Placed = {
	addressLine: string | null;
	postcode: string | null;
	addressCommune: string | null;
};

/** An address on one line; the commune by its name where it is of the area. */
export function addressOf(
	{ addressLine, postcode, addressCommune }: Placed,
	places: ReadonlyMap<string, string>
): string | null {
	const town = [postcode, addressCommune && places.get(addressCommune)].filter(Boolean).join(' ');
	return [addressLine, town].filter(Boolean).join(', ') || null;
}
