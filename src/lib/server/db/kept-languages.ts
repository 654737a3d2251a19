import { sql, type Column, type SQL } from 'drizzle-orm';
import type { LocalisedText } from '../../domain/localised.ts';

/**
 * A text as the staff wrote it again in a form of three languages, with the translations that their forms do not show. When the French changes,
 * these no longer say the same and go: French is read in their place until somebody translates anew.
 */
export function keepingLanguages(column: Column, text: LocalisedText): SQL {
	const written = sql`${JSON.stringify(text)}::jsonb`;
	// The languages that the forms of the staff write.
	const others = sql`${column} - array['fr', 'en', 'ar']`;
	return sql`case when ${column} ->> 'fr' = ${text.fr} then (${others}) || ${written} else ${written} end`;
}

/**
 * A text as the staff wrote it again in a form of every language. When the French changes, a translation that was not
 * typed again no longer says the same and goes, unless they say that it holds.
 */
export function keepingRetyped(column: Column, text: LocalisedText, hold: boolean): SQL {
	const written = sql`${JSON.stringify(text)}::jsonb`;
	if (hold) return written;
	const retyped = sql`(
		select jsonb_object_agg(said.key, said.value) from jsonb_each(${written}) as said
		where said.key = 'fr' or said.value is distinct from ${column} -> said.key
	)`;
	return sql`case when ${column} ->> 'fr' = ${text.fr} then ${written} else ${retyped} end`;
}
