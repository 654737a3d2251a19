import { eq } from 'drizzle-orm';
import { counter } from '../db/schema/counters.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { choiceOf, type VisitorChoice } from './visitor-choice.ts';

export type ChoiceView = VisitorChoice & { counter: { slug: string; name: string } };

/** What a browser has chosen last, with where it takes place; null when there is nothing to go on with. */
export async function choiceView(tx: Tx, holder: string | null): Promise<ChoiceView | null> {
	const choice = await choiceOf(tx, holder);
	if (!choice) return null;
	const [place] = await tx
		.select({ slug: counter.slug, name: counter.name })
		.from(counter)
		.where(eq(counter.id, choice.row.counterId));
	return { ...choice, counter: place! };
}
