import type { Client } from 'pg';

/**
 * Counts, in the database itself, what must not be: two appointments at one desk at one time, two of one person for
 * one motive, a booking that was announced and is not there or the reverse, a deadlock. Throws when there is any.
 */
export async function requireNoDoubleBooking(client: Client, announced: number): Promise<void> {
	const { rows } = await client.query<Record<string, string>>(
		`with taken as (select * from appointment where state = 'booked')
		select
			(select count(*) from taken a join taken b on a.desk_id = b.desk_id and a.id < b.id
				and a.occupied_from < b.occupied_until and b.occupied_from < a.occupied_until) "desks taken twice",
			(select count(*) - count(distinct (application_id, motive_code)) from taken) "people with two appointments",
			(select abs(count(*) - $1) from taken) "bookings that were announced wrongly",
			(select abs(count(*) - $1) from message) "messages that were announced wrongly",
			(select deadlocks from pg_stat_database where datname = current_database()) deadlocks`,
		[announced]
	);
	const wrong = Object.entries(rows[0] ?? {}).filter(([, count]) => count !== '0');
	if (wrong.length > 0)
		throw new Error(wrong.map(([name, count]) => `${count} ${name}`).join(', '));
}
