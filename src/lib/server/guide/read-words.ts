import * as v from 'valibot';
import { parse } from 'yaml';
import type { Question, Word } from '../../domain/guide/chapter.ts';
import { BadText } from './bad-text.ts';

const line = v.pipe(v.string(), v.trim(), v.nonEmpty());
const slug = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));

const Words = v.array(
	v.strictObject({ slug, term: line, meaning: line, also: v.optional(v.array(line), []) })
);
const Questions = v.array(v.strictObject({ slug, question: line, answer: line, more: line }));

/** The glossary of one edition, in the order of its file. @throws BadText */
export const readWords = (file: string): Word[] => entries(Words, file);

/** The frequent questions of one edition, in the order of its file. @throws BadText */
export const readQuestions = (file: string): Question[] => entries(Questions, file);

function entries<Entry extends { slug: string }>(
	schema: v.GenericSchema<unknown, Entry[]>,
	file: string
): Entry[] {
	const read = v.safeParse(schema, parse(file));
	if (!read.success) throw new BadText(v.summarize(read.issues));
	const twice = read.output.find(
		(entry, index) => read.output.findIndex((other) => other.slug === entry.slug) !== index
	);
	if (twice) throw new BadText(`"${twice.slug}" stands twice`);
	return read.output;
}
