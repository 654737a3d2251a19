import { sql } from 'drizzle-orm';
import { LEAST_CASES } from '../../domain/figures/lines.ts';
import { PARIS_ZONE } from '../../domain/words.ts';
import { today } from '../clock.ts';
import { appointment } from '../db/schema/appointments.ts';
import { paper } from '../db/schema/documents.ts';
import { guideFeedback } from '../db/schema/guide.ts';
import type { Tx } from '../db/unit-of-work.ts';

/** How this service did in one month; a figure made of fewer than eleven cases is null: it could tell of somebody. */
export type ServiceMonth = {
	/** First day of the month. */
	month: Temporal.PlainDate;
	/** Appointments taken. */
	appointments: number | null;
	/** Of these, how many in a hundred were taken by the person alone, not at a counter. */
	takenAlone: number | null;
	/** Papers that an agent checked. */
	papers: number | null;
	/** Days between sending and check, that of the paper in the middle. */
	daysToCheck: number | null;
	/** Of those who answered, how many in a hundred found the page of the guide useful. */
	useful: number | null;
};

/** The last month that is over, in Paris. */
export async function serviceMonth(tx: Tx): Promise<ServiceMonth> {
	const month = today().with({ day: 1 }).subtract({ months: 1 });
	const until = month.add({ months: 1 });
	const start = month.toZonedDateTime(PARIS_ZONE).toInstant().toString();
	const end = until.toZonedDateTime(PARIS_ZONE).toInstant().toString();
	const [taken] = await tx
		.select({
			all: sql<number>`count(*)::int`,
			alone: sql<number>`count(*) filter (where created_by not like 'agent%')::int`
		})
		.from(appointment)
		.where(
			sql`created_at >= ${start} and created_at < ${end} and state not in ('held', 'expired') and moved_from_id is null and not walk_in`
		);
	const [checked] = await tx
		.select({
			all: sql<number>`count(*)::int`,
			days: sql<
				number | null
			>`percentile_cont(0.5) within group (order by extract(epoch from checked_at - received_at) / 86400)::float8`
		})
		.from(paper)
		.where(sql`checked_at >= ${start} and checked_at < ${end} and received_at is not null`);
	const [answers] = await tx
		.select({
			yes: sql<number>`coalesce(sum(useful), 0)::int`,
			all: sql<number>`coalesce(sum(useful + not_useful), 0)::int`
		})
		.from(guideFeedback)
		.where(sql`day >= ${month.toString()} and day < ${until.toString()}`);
	const enough = (count: number) => count >= LEAST_CASES;
	return {
		month,
		appointments: enough(taken!.all) ? taken!.all : null,
		takenAlone: share(taken!.alone, taken!.all),
		papers: enough(checked!.all) ? checked!.all : null,
		daysToCheck: enough(checked!.all) ? Math.round(checked!.days ?? 0) : null,
		useful: share(answers!.yes, answers!.all)
	};
}

/** In a hundred; null under eleven cases. */
function share(part: number, whole: number): number | null {
	if (whole < LEAST_CASES) return null;
	return Math.round((100 * part) / whole);
}
