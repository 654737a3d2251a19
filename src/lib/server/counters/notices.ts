import { and, asc, eq, gte, isNull, lte, or, sql } from 'drizzle-orm';
import type { CounterNotice } from '../../domain/counters/notices.ts';
import { today } from '../clock.ts';
import { built, type Given } from '../db/built.ts';
import { counterNotice } from '../db/schema/counter-hours.ts';
import type { Tx } from '../db/unit-of-work.ts';

export type NoticeRow = CounterNotice & { id: string; counterId: string };

/** How soon a notice is shown: who looks today may come next week. */
const SHOWN_DAYS_BEFORE = 14;

const columns = {
	id: counterNotice.id,
	counterId: counterNotice.counterId,
	kind: counterNotice.kind,
	words: counterNotice.words,
	fromDay: counterNotice.fromDay,
	untilDay: counterNotice.untilDay
};

/** What counters tell the public about today and the coming fortnight; with an id, that counter alone. */
export async function noticesForPublic(tx: Tx, counterId?: string): Promise<NoticeRow[]> {
	const from = today();
	const until = from.add({ days: SHOWN_DAYS_BEFORE });
	return told(tx, { counterId: counterId ?? null, from, until });
}

const told = built((tx, { counterId, from, until }: Given<'counterId' | 'from' | 'until'>) =>
	tx
		.select(columns)
		.from(counterNotice)
		.where(
			and(
				or(sql`${counterId}::uuid is null`, eq(counterNotice.counterId, counterId)),
				isNull(counterNotice.withdrawnAt),
				gte(counterNotice.untilDay, from),
				lte(counterNotice.fromDay, until)
			)
		)
		.orderBy(asc(counterNotice.fromDay), asc(counterNotice.id))
);

/** All that still stand or will, for the agents who wrote them. */
export async function standingNotices(tx: Tx, counterId: string): Promise<NoticeRow[]> {
	return tx
		.select(columns)
		.from(counterNotice)
		.where(
			and(
				eq(counterNotice.counterId, counterId),
				isNull(counterNotice.withdrawnAt),
				gte(counterNotice.untilDay, today())
			)
		)
		.orderBy(asc(counterNotice.fromDay), asc(counterNotice.id));
}
