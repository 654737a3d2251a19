import { createHash } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { Refused } from '../../domain/errors.ts';
import type { Actor } from '../../domain/accounts/actor.ts';
import type { Edition } from '../../domain/guide/chapters.ts';
import type { Passage } from '../../domain/guide/passages.ts';
import { locales } from '../../paraglide/runtime.js';
import { now } from '../clock.ts';
import { searchIndex, searchPassage, searchWord } from '../db/schema/guide.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { passagesOf } from './passages-of.ts';
import { configurationOf } from './search-languages.ts';

/**
 * Brings the search up to date with the texts of this version and with the counters. Costs one look a language when
 * nothing changed. Two processes that start together do it one after the other.
 * @returns the languages that were indexed anew
 * @throws Refused for anybody but the software
 */
export async function indexTexts(tx: Tx, actor: Actor): Promise<string[]> {
	if (actor.kind !== 'system') throw new Refused('index-texts');
	await tx.execute(sql`select pg_advisory_xact_lock(hashtext('search_index'))`);
	const changed: string[] = [];
	for (const locale of locales) {
		const passages = await passagesOf(tx, locale as Edition);
		const fingerprint = createHash('sha256').update(JSON.stringify(passages)).digest('hex');
		const [known] = await tx.select().from(searchIndex).where(eq(searchIndex.locale, locale));
		if (known?.fingerprint === fingerprint) continue;
		await writePassages(tx, locale, passages);
		await writeWords(tx, locale);
		const indexedAt = now();
		await tx
			.insert(searchIndex)
			.values({ locale, fingerprint, indexedAt })
			.onConflictDoUpdate({ target: searchIndex.locale, set: { fingerprint, indexedAt } });
		changed.push(locale);
	}
	return changed;
}

/** A: what a text is called, and its other names; B: its heading; D: the text itself. */
async function writePassages(tx: Tx, locale: string, passages: readonly Passage[]): Promise<void> {
	await tx.delete(searchPassage).where(eq(searchPassage.locale, locale));
	const config = configurationOf(locale);
	const part = (text: string, weight: 'A' | 'B' | 'D') =>
		sql`setweight(to_tsvector(${config}::text::regconfig, ${text}), ${weight}::"char")`;
	await tx.insert(searchPassage).values(
		passages.map(({ also, ...passage }) => ({
			...passage,
			locale,
			vector: sql<string>`${part(`${passage.title} ${also}`, 'A')} || ${part(passage.heading ?? '', 'B')} || ${part(passage.body, 'D')}`
		}))
	);
}

/** Words as people write them, without accents, from the texts alone. */
async function writeWords(tx: Tx, locale: string): Promise<void> {
	await tx.delete(searchWord).where(eq(searchWord.locale, locale));
	await tx.execute(sql`
		insert into ${searchWord} (locale, word)
		select distinct ${locale}, word
		from ${searchPassage},
			regexp_split_to_table(lower(unaccent(title || ' ' || coalesce(heading, '') || ' ' || body)), '[^[:alnum:]]+') as word
		where locale = ${locale} and length(word) > 3`);
}
