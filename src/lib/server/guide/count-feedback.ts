import { sql } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { today } from '../clock.ts';
import { guideFeedback } from '../db/schema/guide.ts';
import type { Tx } from '../db/unit-of-work.ts';

/** Counts one answer to "was this page useful?": a day, a page, a language, a yes or a no; nothing of who answered. */
export async function countFeedback(
	tx: Tx,
	_actor: Actor,
	input: { page: string; locale: string; useful: boolean }
): Promise<void> {
	const [useful, notUseful] = input.useful ? [1, 0] : [0, 1];
	await tx
		.insert(guideFeedback)
		.values({ day: today(), page: input.page, locale: input.locale, useful, notUseful })
		.onConflictDoUpdate({
			target: [guideFeedback.day, guideFeedback.page, guideFeedback.locale],
			set: {
				useful: sql`${guideFeedback.useful} + ${useful}`,
				notUseful: sql`${guideFeedback.notUseful} + ${notUseful}`
			}
		});
}
