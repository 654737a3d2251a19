import { sql, type SQL } from 'drizzle-orm';
import { expect } from 'vitest';
import { as, TESTING } from '../booking.ts';
import { inWords, type World } from './world.ts';
import { runningHold, type Model, type Standing } from './model.ts';

type Row = {
	id: string;
	application_id: string;
	state: string;
	slug: string;
	start: string;
	desk: string;
	is_running: boolean;
};

/** What the database says each person has: the appointment booked, and the hold that has not run out. */
export async function readStandings(world: World, model: Model) {
	const ids = peopleOf(world);
	const midnight = `${world.day}T00:00 Europe/Paris`;
	const { rows } = await as(TESTING, (tx) =>
		tx.execute<Row>(sql`
			select appointment.id, application_id, state, slug, desk_id desk,
				extract(epoch from starts_at - ${midnight}::timestamptz) / 60 start,
				held_until > ${midnight}::timestamptz + ${model.now}::int * interval '1 minute' is_running
			from appointment join counter on counter.id = counter_id
			where application_id in (${ids}) and state in ('booked', 'held')`)
	);
	return world.people.map(({ applicationId }) => {
		const mine = rows.filter((row) => row.application_id === applicationId);
		const booked = mine.filter(({ state }) => state === 'booked');
		const held = mine.filter(({ state, is_running }) => state === 'held' && is_running);
		expect(booked.length, 'one appointment a person and motive').toBeLessThanOrEqual(1);
		expect(held.length, 'one hold a person').toBeLessThanOrEqual(1);
		return { id: booked[0]?.id ?? null, booked: asStanding(booked[0]), hold: asStanding(held[0]) };
	});
}

function asStanding(row: Row | undefined): Standing | null {
	return row ? { counter: row.slug, start: Number(row.start), desk: row.desk } : null;
}

/**
 * What must hold after every step, whatever it was: nobody has lost or gained a place behind the model's back, no desk
 * has two people at once, and the last line of every history is the state of its appointment.
 */
export async function checkInvariants(world: World, model: Model): Promise<void> {
	const standings = await readStandings(world, model);
	expect(standings.map(({ booked, hold }) => [inWords(booked), inWords(hold)])).toEqual(
		model.people.map((person) => [inWords(person.booked), inWords(runningHold(model, person))])
	);
	const { rows } = await as(TESTING, (tx) => tx.execute(broken(peopleOf(world))));
	expect(rows).toEqual([{ desks_taken_twice: '0', histories_that_disagree: '0' }]);
}

/** Of these people: those of earlier runs have not changed since they were looked at. */
const broken = (ids: SQL) => sql`
	with mine as (select * from appointment where application_id in (${ids})),
	taken as (
		select * from mine
		where state in ('held', 'booked', 'arrived', 'called', 'in_interview', 'received', 'absent') and overbooking_reason is null
	)
	select
		(select count(*) from taken a join taken b on a.desk_id = b.desk_id and a.id < b.id
			and a.occupied_from < b.occupied_until and b.occupied_from < a.occupied_until) desks_taken_twice,
		(select count(*) from mine where state <> (
			select to_state from appointment_event where appointment_id = mine.id order by at desc, id desc limit 1
		)) histories_that_disagree`;

function peopleOf({ people }: World): SQL {
	return sql.join(
		people.map(({ applicationId }) => sql`${applicationId}`),
		sql`, `
	);
}
