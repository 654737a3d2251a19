import { count, eq, inArray, sql } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { cutPassage } from '../../domain/guide/cut-passage.ts';
import { orderFound, type Hit } from '../../domain/guide/find-passages.ts';
import type { PassageKind } from '../../domain/guide/passages.ts';
import { searchPassage } from '../db/schema/guide.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { configurationOf } from './search-languages.ts';

/** Longest question taken, in characters; the rest is not looked at. */
export const QUESTION_MAX = 120;
const WORDS_MAX = 12;

export type SearchResult = {
	kind: PassageKind;
	address: string;
	anchor: string | null;
	title: string;
	heading: string | null;
	passage: string;
};

/**
 * Looks for what somebody typed in the guide, the words explained, the questions, the counters and the tools of their
 * language. Accents, case and endings do not matter; a word that nothing holds is taken for the nearest one that is
 * held ("rendevous", "comision").
 *
 * @param input the question as typed, of any length, and the language of the page
 * @returns at most ten places, the best first; none for an empty question
 */
export async function searchTexts(
	tx: Tx,
	_actor: Actor,
	input: { question: string; locale: string }
): Promise<SearchResult[]> {
	const words = wordsIn(input.question);
	if (words.length === 0) return [];
	const hits = await hitsOf(tx, input.locale, words);
	const [all] = await tx
		.select({ passages: count() })
		.from(searchPassage)
		.where(eq(searchPassage.locale, input.locale));
	const found = orderFound(hits, all?.passages ?? 0);
	return found.length === 0 ? [] : inOrder(tx, found, words);
}

function wordsIn(question: string): string[] {
	const typed =
		question
			.slice(0, QUESTION_MAX)
			.toLowerCase()
			.match(/[\p{L}\p{N}]+/gu) ?? [];
	return [...new Set(typed)].filter((word) => word.length > 1).slice(0, WORDS_MAX);
}

/**
 * Every passage that holds each word, by its stem, by its beginning, or, for a word that none holds, by the words that
 * look like it. Words that say nothing in the language (le, the) have no stem and find nothing.
 */
async function hitsOf(tx: Tx, locale: string, words: string[]): Promise<Hit[]> {
	const config = configurationOf(locale);
	const { rows } = await tx.execute<Record<keyof Hit, unknown>>(sql`
		with asked as (
			select (position - 1)::int as word, typed, plainto_tsquery(${config}::regconfig, typed) as query
			from unnest(${sql.param(words)}::text[]) with ordinality as t(typed, position)
		), meant as (
			select word, typed, query, 1.0 as trust from asked where numnode(query) > 0
		), held as (
			select distinct m.word from meant m join ${searchPassage} p
				on p.locale = ${locale} and p.vector @@ m.query
		), likely as (
			select m.word, near.query, near.trust
			from meant m, lateral (
				select plainto_tsquery(${config}::regconfig, w.word) as query,
					similarity(w.word, lower(unaccent(m.typed))) as trust
				from search_word w
				where w.locale = ${locale} and w.word % lower(unaccent(m.typed))
				order by trust desc, w.word limit 3
			) near
			where m.word not in (select word from held) and length(m.typed) > 3
		), sought as (
			select word, query, trust from meant where word in (select word from held)
			union all select word, query, trust from likely where numnode(query) > 0
		)
		select s.word, p.id as passage, p.kind, p.address, p.anchor,
			max(s.trust * ts_rank('{0.25, 0.4, 0.7, 1.0}', p.vector, s.query, 0))::float8 as rank
		from sought s join ${searchPassage} p on p.locale = ${locale} and p.vector @@ s.query
		group by s.word, p.id`);
	return rows as unknown as Hit[];
}

async function inOrder(
	tx: Tx,
	found: readonly { passage: string }[],
	words: readonly string[]
): Promise<SearchResult[]> {
	const ids = found.map(({ passage }) => passage);
	const rows = await tx.select().from(searchPassage).where(inArray(searchPassage.id, ids));
	const byId = new Map(rows.map((row) => [row.id, row]));
	return ids.flatMap((id) => {
		const row = byId.get(id);
		if (!row) return [];
		const { kind, address, anchor, title, heading, body } = row;
		return [{ kind, address, anchor, title, heading, passage: cutPassage(body, words) }];
	});
}
