import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import { LettersSchema, type Letter } from '../../domain/guide/letters.ts';

/** The letters people can fill and print, in the order of their file. Always in French: that is who reads them. */
export function letters(): Letter[] {
	const file = readFileSync(join(process.cwd(), 'content', 'lettres', 'modeles.yaml'), 'utf8');
	return v.parse(LettersSchema, parse(file));
}
