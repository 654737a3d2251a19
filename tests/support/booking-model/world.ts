import { eq } from 'drizzle-orm';
import type { Applicant } from '../../../src/lib/domain/accounts/actor.ts';
import { setClock } from '../../../src/lib/server/clock.ts';
import { counter, desk } from '../../../src/lib/server/db/schema/counters.ts';
import { as, newApplicants, openOn, paris, TESTING } from '../booking.ts';
import type { Model, Standing, Visit } from './model.ts';

export const MOTIVE = 'suivi';
/** One desk, and two. */
export const COUNTERS = ['biot', 'antibes'] as const;
export const PEOPLE = 4;

/** What the commands are done to: people, and one day that no other run knows. */
export type World = {
	day: string;
	people: Applicant[];
	/** The appointment each person last had: cancelling and moving name it. */
	lastId: (string | null)[];
	/** Every answer met so far, over all runs. */
	met: Set<string>;
};

/** A day of its own for each run, counters open in the morning, nobody with an appointment, ten to seven. */
export async function newWorld(
	run: number,
	met: Set<string>
): Promise<{ model: Model; real: World }> {
	const day = Temporal.PlainDate.from('2027-04-01').add({ days: run }).toString();
	const desks = new Map<string, string[]>();
	for (const slug of COUNTERS) {
		await openOn(slug, day, { from: '09:00', until: '10:30', motives: [MOTIVE] });
		const rows = await as(TESTING, (tx) =>
			tx
				.select({ id: desk.id })
				.from(desk)
				.innerJoin(counter, eq(counter.id, desk.counterId))
				.where(eq(counter.slug, slug))
		);
		desks.set(
			slug,
			rows.map(({ id }) => id)
		);
	}
	const real = {
		day,
		people: await newApplicants(PEOPLE),
		lastId: Array.from({ length: PEOPLE }, () => null),
		met
	};
	const people = real.people.map(() => ({ booked: null, hold: null }));
	const model: Model = { now: 6 * 60 + 50, desks, closed: new Set(), people };
	clockTo(real, model.now);
	return { model, real };
}

/** The instant of a minute of the day: none of these days changes its clock. */
export function at({ day }: World, minute: number): Temporal.Instant {
	return paris(`${day}T00:00`).add({ minutes: minute });
}

export function clockTo(world: World, minute: number): void {
	setClock(at(world, minute));
}

export function asInput(world: World, { counter: slug, start }: Visit) {
	return { motive: MOTIVE, counter: slug, startsAt: at(world, start) };
}

/** Where somebody stands, in the words of the model. */
export function inWords(visit: Standing | null): string {
	return visit ? `${visit.counter} ${visit.start} ${visit.desk}` : 'nothing';
}
