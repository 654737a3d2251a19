import * as v from 'valibot';
import type { Block } from './blocks.ts';

const line = v.pipe(v.string(), v.trim(), v.nonEmpty());
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));

/** What stands at the head of every file of the guide. An unknown or missing key stops the build. */
export const FrontMatterSchema = v.strictObject({
	title: line,
	/** One or two sentences: what the reader will know afterwards. */
	summary: line,
	/** Where the statements come from: an article, an arrêté, a page. */
	sources: v.pipe(v.array(line), v.minLength(1)),
	/** Day on which somebody compared the text with its sources. */
	checked: day,
	/** Day by which it must be compared again. */
	next_check: day,
	/** Statements nobody has confirmed, in words: shown at the foot of the page. */
	to_confirm: v.optional(v.array(line), []),
	/** For translations: who proof-read it, once somebody did. Until then the page says that nobody has. */
	proofread_by: v.optional(v.nullable(line), null),
	/** Words people look for this text by and that it does not say: looked up, never shown. */
	keywords: v.optional(v.array(line), []),
	/** A page somebody may have to leave at once. */
	quick_exit: v.optional(v.boolean(), false)
});
export type FrontMatter = v.InferOutput<typeof FrontMatterSchema>;

/** A text of the guide or of the procedures, read. */
export interface Chapter extends FrontMatter {
	readonly slug: string;
	readonly blocks: readonly Block[];
}

/** An entry of the glossary. */
export interface Word {
	readonly slug: string;
	readonly term: string;
	/** What it means, in a sentence or two; the official words once. */
	readonly meaning: string;
	/** Other forms under which people meet or look for it. */
	readonly also: readonly string[];
}

/** A question as people ask it, with a short answer and where to read on. */
export interface Question {
	readonly slug: string;
	readonly question: string;
	readonly answer: string;
	/** Slug of a chapter, or an address of the site. */
	readonly more: string;
}
