import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Chapter, Question, Word } from '../../domain/guide/chapter.ts';
import { CHAPTERS, type ChapterSlug, type Edition } from '../../domain/guide/chapters.ts';
import { PROCEDURES, type ProcedureSlug } from '../../domain/guide/procedures.ts';
import { BadText } from './bad-text.ts';
import { parseChapter } from './parse-chapter.ts';
import { readQuestions, readWords } from './read-words.ts';

/** Commands and server run at the root of the project, where the texts are. */
const FOLDER = join(process.cwd(), 'content');
const GUIDE = 'guide';

const kept = new Map<string, unknown>();

/** A text is read once by a process: it changes with a new version only. */
function once<Read>(path: string, read: (file: string) => Read): Read {
	if (!kept.has(path)) kept.set(path, named(path, read));
	return kept.get(path) as Read;
}

function named<Read>(path: string, read: (file: string) => Read): Read {
	try {
		return read(readFileSync(join(FOLDER, path), 'utf8'));
	} catch (cause) {
		throw cause instanceof BadText ? new BadText(`${path}: ${cause.message}`) : cause;
	}
}

const has = (path: string) => existsSync(join(FOLDER, path));

/** One chapter in one edition; null where that edition does not have it (yet). @throws BadText */
export function chapterIn(edition: Edition, slug: ChapterSlug): Chapter | null {
	const path = `${GUIDE}/${edition}/${slug}.md`;
	return has(path) ? once(path, (file) => parseChapter(slug, file)) : null;
}

/** The chapters an edition has, in order. @throws BadText */
export function chaptersOf(edition: Edition): Chapter[] {
	return CHAPTERS.flatMap((slug) => chapterIn(edition, slug) ?? []);
}

/** The words of an edition; those of French where it has none. @throws BadText */
export function wordsOf(edition: Edition): Word[] {
	const path = `${GUIDE}/${edition}/mots.yaml`;
	return has(path) ? once(path, readWords) : once(`${GUIDE}/fr/mots.yaml`, readWords);
}

/** The frequent questions of an edition; those of French where it has none. @throws BadText */
export function questionsOf(edition: Edition): Question[] {
	const path = `${GUIDE}/${edition}/questions.yaml`;
	return has(path) ? once(path, readQuestions) : once(`${GUIDE}/fr/questions.yaml`, readQuestions);
}

/** A procedure of the staff: in French, the language they work in. @throws BadText */
export function procedure(slug: ProcedureSlug): Chapter {
	return once(`procedures/${slug}.md`, (file) => parseChapter(slug, file));
}

/** All of them, in order. @throws BadText */
export const procedures = (): Chapter[] => PROCEDURES.map(procedure);
