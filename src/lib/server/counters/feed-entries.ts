import { sql } from 'drizzle-orm';
import { dayStartMs } from '../../domain/appointments/paris-time.ts';
import type { AppointmentState } from '../../domain/appointments/states.ts';
import type { LocalisedText } from '../../domain/localised.ts';
import { today } from '../clock.ts';
import type { Tx } from '../db/unit-of-work.ts';

/** How far a feed looks, today included. */
export const FEED_DAYS = 60;

export type FeedRow = {
	/** The first of a chain of moves: the calendar knows them all by it. */
	root: string;
	state: AppointmentState;
	sequence: number;
	startsAt: Temporal.Instant;
	endsAt: Temporal.Instant;
	changedAt: Temporal.Instant;
	firstName: string | null;
	lastName: string | null;
	motive: LocalisedText;
	desk: string;
};

type RawRow = Record<'root' | 'state' | 'starts' | 'ends' | 'changed' | 'desk', string> & {
	sequence: number;
	first: string | null;
	last: string | null;
	label: LocalisedText;
};

const instant = (ms: string) => Temporal.Instant.fromEpochMilliseconds(Number(ms));
const midnight = (day: Temporal.PlainDate) =>
	Temporal.Instant.fromEpochMilliseconds(dayStartMs(day)).toString();

/**
 * The appointments of a counter over 60 days, each known by the first of its chain of moves: one row a chain, the one
 * that stands before those it replaced.
 */
export async function feedRows(tx: Tx, counterId: string): Promise<FeedRow[]> {
	const [from, until] = [midnight(today()), midnight(today().add({ days: FEED_DAYS }))];
	const { rows } = await tx.execute<RawRow>(sql`
		with recursive shown as (
			select * from appointment
			where counter_id = ${counterId} and starts_at >= ${from} and starts_at < ${until}
				and state not in ('held', 'expired')
		), chain as (
			select id as of, id, moved_from_id from shown
			union all
			select chain.of, earlier.id, earlier.moved_from_id
			from chain join appointment earlier on earlier.id = chain.moved_from_id
		), roots as (select of, id as root from chain where moved_from_id is null)
		select distinct on (roots.root)
			roots.root, shown.state, shown.sequence, desk.name as desk, motive.label as label,
			round(extract(epoch from shown.starts_at) * 1000)::text as starts,
			round(extract(epoch from shown.ends_at) * 1000)::text as ends,
			floor(extract(epoch from shown.updated_at) * 1000)::text as changed,
			coalesce(person.first_name, visitor_contact.first_name) as first,
			coalesce(person.last_name, visitor_contact.last_name) as last
		from shown
		join roots on roots.of = shown.id
		join desk on desk.id = shown.desk_id
		join motive on motive.code = shown.motive_code
		left join person on person.application_id = shown.application_id and person.role = 'applicant'
		left join visitor_contact on visitor_contact.appointment_id = shown.id
		order by roots.root, (shown.state = 'moved'), shown.sequence desc`);
	return rows.map((row) => ({
		root: row.root,
		state: row.state as AppointmentState,
		sequence: row.sequence,
		startsAt: instant(row.starts),
		endsAt: instant(row.ends),
		changedAt: instant(row.changed),
		firstName: row.first,
		lastName: row.last,
		motive: row.label,
		desk: row.desk
	}));
}
