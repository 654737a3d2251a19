import type { Client } from 'pg';

/** What is measured: as many counters as the territory has communes, three desks each, one motive of half an hour. */
export const COUNTERS = 24;
export const DESKS = 3;
export const MOTIVE = 'mesure';

/** Monday, before the counters open. */
export const MONDAY = '2026-11-23T07:00:00+01:00';
const TODAY = MONDAY.slice(0, 10);

/** Two half-days of seven visits. */
export const HALF_DAYS = `(values ('09:00'::time, '12:30'::time), ('13:30', '17:00')) half(begins, ends)`;

/** The counters of a measure and their weekly openings, beside the reference data, which no longer receives. */
export async function seedCounters(client: Client): Promise<void> {
	await client.query('update counter set active = false');
	await client.query(
		`insert into motive (code, label, bring, duration_minutes, step_minutes, minimum_notice_minutes, horizon_days,
			bookable_by, position)
		values ($1, '{"fr": "Mesure"}', '{"fr": ""}', 30, 30, 0, 60, 'anyone', 999)`,
		[MOTIVE]
	);
	await client.query(
		`insert into counter (slug, kind, name) select 'mesure-' || n, 'branch', 'Guichet ' || n from generate_series(1, $1::int) n`,
		[COUNTERS]
	);
	await client.query(
		`insert into desk (counter_id, name)
		select counter.id, 'Bureau ' || n from counter, generate_series(1, $1::int) n where active`,
		[DESKS]
	);
	await client.query(
		`insert into opening (counter_id, kind, weekday, starts_at, ends_at)
		select counter.id, 'weekly', weekday, begins, ends from counter, generate_series(1, 5) weekday, ${HALF_DAYS} where active`
	);
	await client.query(
		`insert into opening_desk (opening_id, desk_id)
		select opening.id, desk.id from opening join desk using (counter_id) join counter on counter.id = counter_id where counter.active`
	);
	await client.query(
		`insert into opening_motive (opening_id, motive_code)
		select opening.id, $1 from opening join counter on counter.id = counter_id where active`,
		[MOTIVE]
	);
}

/**
 * Fills places in the order of time, every constraint on: the `past` last ones, received or absent, and the `coming`
 * first ones, booked, so that every counter is full for as long as that lasts: the longest way to a free time.
 */
export async function seedAppointments(
	client: Client,
	{ past, coming }: { past: number; coming: number }
): Promise<void> {
	const days = Math.ceil(Math.max(past, coming) / (COUNTERS * DESKS * 14)) * 2 + 30;
	await fill(client, {
		days: `generate_series(date '${TODAY}' - 1, date '${TODAY}' - ${days}, interval '-1 day')`,
		order: 'desc',
		count: past,
		state: `(case when abs(hashtext(desk.id::text || day)) % 10 = 0 then 'absent' else 'received' end)`
	});
	await fill(client, {
		days: `generate_series(date '${TODAY}', date '${TODAY}' + ${days}, interval '1 day')`,
		order: 'asc',
		count: coming,
		state: `'booked'`
	});
	// As autovacuum leaves a table that has been there for years.
	await client.query('vacuum analyze');
}

type Cells = { days: string; order: 'asc' | 'desc'; count: number; state: string };

/** Every value put into the text is a constant of this file. */
function fill(client: Client, { days, order, count, state }: Cells) {
	return client.query(
		`with cell as (
			select counter_id, desk.id desk_id, ${state}::appointment_state state,
				((day::date + begins) at time zone 'Europe/Paris') + nth * interval '30 minutes' starts
			from ${days} day, ${HALF_DAYS}, generate_series(0, 6) nth, desk join counter on counter.id = counter_id and counter.active
			where extract(isodow from day) < 6
			order by 4 ${order}, desk.id limit $1
		)
		insert into appointment (counter_id, desk_id, motive_code, starts_at, ends_at, occupied_from, occupied_until, state,
			created_at, updated_at, created_by)
		select counter_id, desk_id, $2, starts, starts + interval '30 minutes', starts, starts + interval '30 minutes', state,
			starts - interval '7 days', starts, 'system:bench'
		from cell order by starts`,
		[count, MOTIVE]
	);
}
