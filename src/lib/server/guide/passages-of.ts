import {
	chapterPassages,
	questionPassage,
	wordPassage,
	type Passage
} from '../../domain/guide/passages.ts';
import { otherNames } from '../../domain/counters/place-names.ts';
import { CHAPTERS, type Edition } from '../../domain/guide/chapters.ts';
import { listCounters } from '../counters/queries.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { chapterIn, questionsOf, wordsOf } from './library.ts';
import { toolPassages } from './tool-passages.ts';

/** Everything that can be found in one language: chapters (in French where not translated), words, questions, counters, tools. */
export async function passagesOf(tx: Tx, locale: Edition): Promise<Passage[]> {
	return [...textPassages(locale), ...(await counterPassages(tx))];
}

/** The same without the counters: what changes with a new version only. */
export function textPassages(locale: Edition): Passage[] {
	const chapters = CHAPTERS.flatMap(
		(slug) => chapterIn(locale, slug) ?? chapterIn('fr', slug) ?? []
	);
	return [
		...chapters.flatMap(chapterPassages),
		...wordsOf(locale).map(wordPassage),
		...questionsOf(locale).map(questionPassage),
		...toolPassages(locale)
	];
}

async function counterPassages(tx: Tx): Promise<Passage[]> {
	const counters = await listCounters(tx);
	return counters.map(({ slug, name, commune }) => ({
		kind: 'counter',
		address: `/guichets/${slug}`,
		anchor: null,
		title: name,
		heading: commune?.name ?? null,
		body: commune?.postcodes.join(', ') ?? '',
		also: commune ? otherNames(commune.insee).join(' ') : ''
	}));
}
