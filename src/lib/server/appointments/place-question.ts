import { OCCUPYING_STATES } from '../../domain/appointments/states.ts';
import type { BusyRange } from '../../domain/appointments/types.ts';
import { now } from '../clock.ts';
import { ask } from '../db/transaction.ts';
import type { Tx } from '../db/unit-of-work.ts';

export type PlaceQuestion = {
	/** Code of the motive. */
	motive: string;
	/** Slug of the counter, or its id. */
	counter: string | { id: string };
	startsAt: Temporal.Instant;
	/** Whose hold does not hide the place from them. */
	holdsOf: string | null;
	/** The appointment being moved, whose own time does not stand in its way. */
	exceptId?: string | undefined;
};

/** The same, asked by an applicant who books: with what concerns them. */
export type BookingAnswer = PlaceAnswer & {
	/** Whether they hold a time or have an appointment. */
	isExpected: boolean;
	email: string | null;
	phone: string | null;
	/** Null without an account. */
	locale: string | null;
};

export type LapsedHold = { id: string; deskId: string };

export type PlaceAnswer = {
	/** Which state of the openings stands. */
	version: string;
	/** Where the counter is, as far as it is known. */
	address: string | null;
	addressConfirmed: boolean | null;
	/** What is taken around that time, and what counts towards the motive's limit. */
	busy: BusyRange[];
	/** Holds that ran out and still stand in the index, by desk. */
	lapsed: LapsedHold[];
};

/**
 * All that the database knows of one place, in one short statement: which openings stand and what is taken at that
 * counter around that time. What it says only spares tries in vain; the constraint has the last word.
 */
export async function askPlace(tx: Tx, question: PlaceQuestion): Promise<PlaceAnswer> {
	const [row] = await ask<Raw<PlaceAnswer>>(tx, PLACE, valuesOf(question));
	return answerOf(row!);
}

/** The same with what concerns the applicant of the request who books: one question instead of three. */
export async function askBooking(
	tx: Tx,
	question: PlaceQuestion & { holdsOf: string }
): Promise<BookingAnswer> {
	const [row] = await ask<Raw<BookingAnswer>>(tx, BOOKING, valuesOf(question));
	return answerOf(row!);
}

type Visit = BusyRange & LapsedHold & { lapsed: boolean };
type Raw<Answer> = Omit<Answer, 'busy' | 'lapsed'> & { visits: Visit[] | null };

function valuesOf({ motive, counter, startsAt, holdsOf, exceptId }: PlaceQuestion): unknown[] {
	const [slug, id] = typeof counter === 'string' ? [counter, null] : [null, counter.id];
	return [motive, slug, startsAt.toString(), now().toString(), holdsOf, exceptId ?? null, id];
}

function answerOf<Answer>({ visits, ...known }: Raw<Answer>) {
	const all = visits ?? [];
	return {
		...known,
		busy: all.filter(({ lapsed }) => !lapsed),
		lapsed: all.filter(({ lapsed }) => lapsed)
	};
}

const TAKES_DESK = OCCUPYING_STATES.map((state) => `'${state}'`).join(', ');

/**
 * The time that the visit would take of a desk, and when what stands in its way starts: at most the longest visit
 * before it, or its buffers after it; what counts towards a limit, anywhere that day.
 */
const VISIT = `visit as materialized (
	select
		$3::timestamptz - make_interval(mins => buffer_before_minutes) occupied_from,
		$3::timestamptz + make_interval(mins => duration_minutes + buffer_after_minutes) occupied_until,
		$3::timestamptz - reach earliest,
		$3::timestamptz + 2 * reach latest,
		case when max_per_day_and_desk is not null then code end counted
	from motive, lateral (
		select case when motive.max_per_day_and_desk is not null then interval '1 day' else
			make_interval(mins => max(any_motive.duration_minutes + any_motive.buffer_before_minutes + any_motive.buffer_after_minutes)) end reach
		from motive any_motive) longest
	where code = $1)`;

/**
 * States as text, and the bounds asked apart: no index then seems better to the database than the one by counter and
 * time, and a booking reads a few rows instead of the months that the counter has ahead.
 */
const TAKEN = `(
	select json_agg(json_build_object(
		'id', taken.id,
		'deskId', taken.desk_id,
		'counterId', taken.counter_id,
		'from', extract(epoch from taken.occupied_from) * 1000,
		'until', extract(epoch from taken.occupied_until) * 1000,
		'motiveCode', taken.motive_code,
		'day', (taken.starts_at at time zone 'Europe/Paris')::date,
		'lapsed', taken.state = 'held' and taken.held_until <= $4))
	from appointment taken
	where taken.counter_id = counter.id
		and taken.starts_at between (select earliest from visit) and (select latest from visit)
		and taken.state::text in (${TAKES_DESK})
		and (taken.state <> 'held' or $5::uuid is null or taken.application_id is distinct from $5::uuid)
		and taken.id is distinct from $6::uuid
		and ((taken.occupied_from < (select occupied_until from visit)
				and taken.occupied_until > (select occupied_from from visit))
			or taken.motive_code = (select counted from visit)))`;

const COLUMNS = `agenda_version.version, address.value address, address.confirmed "addressConfirmed", ${TAKEN} visits`;

const TABLES = `agenda_version
left join counter on counter.slug = $2 or counter.id = $7
left join counter_fact address on address.counter_id = counter.id and address.kind = 'address'`;

const PLACE = `with ${VISIT} select ${COLUMNS} from ${TABLES}`;

// Asked state by state: each has its own small index, whatever the table's statistics say.
const BOOKING = `with ${VISIT} select ${COLUMNS}, person.email, person.phone, account.locale,
	exists (select from appointment mine where mine.application_id = $5 and mine.state = 'booked')
		or exists (select from appointment mine where mine.application_id = $5 and mine.state = 'held') "isExpected"
from ${TABLES}
left join person on person.application_id = $5 and person.role = 'applicant'
left join applicant_account account on account.application_id = $5
limit 1`;
