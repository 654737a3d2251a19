import { and, eq, inArray, sql } from 'drizzle-orm';
import { statedFact } from '../db/schema/changes.ts';
import type { Tx } from '../db/unit-of-work.ts';

/** Who says the facts, and the day they were said. */
export type StatedByCounter = { origin: 'counter'; statedOn: Temporal.PlainDate };

/**
 * Writes who said these facts of a row that others said before.
 * @param subject a person's id, `housing` or `request`
 */
export async function stateFacts(
	tx: Tx,
	applicationId: string,
	subject: string,
	facts: readonly string[],
	stated: StatedByCounter
): Promise<void> {
	if (facts.length === 0) return;
	await tx
		.insert(statedFact)
		.values(facts.map((fact) => ({ applicationId, subject, fact, ...stated })))
		.onConflictDoUpdate({
			target: [statedFact.applicationId, statedFact.subject, statedFact.fact],
			set: { origin: sql`excluded.origin`, statedOn: sql`excluded.stated_on` }
		});
}

/**
 * A file of the register speaks of these facts: it wins, and what a counter had said of them is over.
 * @param columns a row as the file gives it; a column left undefined is one it does not speak of
 */
export async function forgetStated(
	tx: Tx,
	applicationId: string,
	subject: string,
	columns: Readonly<Record<string, unknown>>
): Promise<void> {
	const spoken = Object.keys(columns).filter((name) => columns[name] !== undefined);
	if (spoken.length === 0) return;
	await tx
		.delete(statedFact)
		.where(
			and(
				eq(statedFact.applicationId, applicationId),
				eq(statedFact.subject, subject),
				inArray(statedFact.fact, spoken)
			)
		);
}

/** Every fact of a request that somebody else said than its row. */
export function statedFactsOf(tx: Tx, applicationId: string) {
	return tx
		.select({
			subject: statedFact.subject,
			fact: statedFact.fact,
			origin: statedFact.origin,
			statedOn: statedFact.statedOn
		})
		.from(statedFact)
		.where(eq(statedFact.applicationId, applicationId));
}
