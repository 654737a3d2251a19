import { sql, type Column, type SQL } from 'drizzle-orm';
import type { LocalisedText } from '../../domain/localised.ts';

/**
 * A text as the staff wrote it again, with the translations that their forms do not show. When the French changes,
 * these no longer say the same and go: French is read in their place until somebody translates anew.
 */
export function keepingLanguages(column: Column, text: LocalisedText): SQL {
	const written = sql`${JSON.stringify(text)}::jsonb`;
	// The languages that the forms of the staff write.
	const others = sql`${column} - array['fr', 'en', 'ar']`;
	return sql`case when ${column} ->> 'fr' = ${text.fr} then (${others}) || ${written} else ${written} end`;
}
