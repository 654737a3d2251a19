import type { Client } from 'pg';
import { HALF_DAYS, MONDAY } from './seed-calendar.ts';

/** A time at a counter: as many places as it has desks. */
export type Place = {
	slug: string;
	counterId: string;
	deskIds: string[];
	startsAt: Temporal.Instant;
};

/** Every time of the counters of a measure from tomorrow on until Christmas Eve (no public holiday before). */
export async function placesOf(client: Client): Promise<Place[]> {
	const { rows } = await client.query<Omit<Place, 'startsAt'> & { starts: string }>(
		`select slug, counter.id "counterId", array_agg(desk.id::text) "deskIds",
			(((day::date + begins) at time zone 'Europe/Paris') + nth * interval '30 minutes')::text starts
		from counter join desk on desk.counter_id = counter.id, ${HALF_DAYS}, generate_series(0, 6) nth,
			generate_series($1::date + 1, date '2026-12-24', interval '1 day') day
		where counter.active and extract(isodow from day) < 6
		group by slug, counter.id, 4 order by 4, slug`,
		[MONDAY.slice(0, 10)]
	);
	return rows.map(({ starts, ...row }) => ({ ...row, startsAt: Temporal.Instant.from(starts) }));
}
