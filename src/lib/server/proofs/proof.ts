/**
 * A printed proof before it is drawn: what it says, in the order in which it is read. French, with the person's own
 * language beside where it helps. Facts are said here and nowhere else, so that a test can read them without a PDF.
 */

import type { Locale } from '../../paraglide/runtime.js';

/** A text in French, and the same in the person's language when that is another. */
export type Both = { fr: string; beside?: string };

export type ProofFact = {
	term: Both;
	/** Empty: nobody has said it. */
	value: string;
	/** Who said it and when. */
	origin?: string;
	/** The service has not checked it: said so in print. */
	toConfirm?: boolean;
};

export type ProofBlock =
	| { kind: 'notice'; title?: Both; texts: Both[] }
	| { kind: 'section'; mark?: string; title: Both; blocks: ProofBlock[] }
	| { kind: 'heading'; title: Both }
	| { kind: 'text'; text: Both; muted?: boolean }
	| { kind: 'facts'; facts: ProofFact[] }
	| { kind: 'list'; items: Both[]; columns?: 2 }
	| { kind: 'number'; label: Both; value: string }
	| { kind: 'ticket'; day: Both; hour: Both; facts: ProofFact[] }
	| { kind: 'code'; address: string; text: Both }
	| { kind: 'signature'; text: Both };

export type Proof = {
	/** The language it is written in, where that is not French: the guide is printed in the reader's. */
	language?: Locale;
	/** Title of the document and of its window: says what it is, and nothing of the person. */
	title: Both;
	/** One line under the title: on which day, from what. */
	subtitle: Both;
	/** The language beside the French; null when the person reads French. */
	besideLanguage: Exclude<Locale, 'fr'> | null;
	blocks: ProofBlock[];
	/** On every page, at the foot. */
	footer: string;
};
