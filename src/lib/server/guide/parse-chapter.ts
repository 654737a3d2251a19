import * as v from 'valibot';
import { parse } from 'yaml';
import { FrontMatterSchema, type Chapter } from '../../domain/guide/chapter.ts';
import { BadText } from './bad-text.ts';
import { parseBlocks } from './parse-blocks.ts';

/**
 * Reads one file: what stands between two lines of dashes, then the text.
 * @throws BadText saying what is wrong; the caller adds the name of the file
 */
export function parseChapter(slug: string, file: string): Chapter {
	const parts = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(file);
	if (!parts) throw new BadText('the file does not begin with its head between two lines of ---');
	const head = v.safeParse(FrontMatterSchema, parse(parts[1]!));
	if (!head.success) throw new BadText(v.summarize(head.issues));
	return { slug, ...head.output, blocks: parseBlocks(parts[2]!) };
}
