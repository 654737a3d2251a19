import { and, eq, inArray } from 'drizzle-orm';
import type { KnownFacts } from '../../domain/counters/suitable.ts';
import { built } from '../db/built.ts';
import { counter, counterFact } from '../db/schema/counters.ts';
import type { Tx } from '../db/unit-of-work.ts';

/** What is known of the access and the languages of every counter that receives. */
export async function knownFacts(tx: Tx): Promise<KnownFacts[]> {
	const rows = await facts(tx);
	return [...Map.groupBy(rows, ({ id }) => id)].map(([id, known]) => ({
		id,
		stepFree: known.find(({ kind }) => kind === 'step_free')?.value ?? null,
		languages: known.find(({ kind }) => kind === 'languages')?.value ?? null
	}));
}

const facts = built((tx) =>
	tx
		.select({ id: counter.id, kind: counterFact.kind, value: counterFact.value })
		.from(counter)
		.leftJoin(
			counterFact,
			and(
				eq(counterFact.counterId, counter.id),
				inArray(counterFact.kind, ['step_free', 'languages'])
			)
		)
		.where(eq(counter.active, true))
);
