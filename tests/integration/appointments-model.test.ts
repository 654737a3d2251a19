import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bookAppointment } from '../../src/lib/server/appointments/book-appointment.ts';
import { moveAppointment } from '../../src/lib/server/appointments/move-appointment.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import {
	as,
	MONDAY,
	newApplicants,
	openOn,
	outcomeOf,
	paris,
	standing
} from '../support/booking.ts';
import { commands } from '../support/booking-model/commands.ts';
import { newWorld } from '../support/booking-model/world.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

let db: TestDatabase;
beforeAll(async () => {
	db = await testDatabase();
});
afterAll(() => db.drop());

/** A run of the model that never met one of these would have proved little. */
const EVERY_ANSWER = [
	'book: already-booked',
	'book: done',
	'book: time-not-offered',
	'book: time-taken',
	'cancel: done',
	'cancel: too-late-to-cancel',
	'hold: already-booked',
	'hold: done',
	'hold: time-not-offered',
	'hold: time-taken',
	'move: done',
	'move: time-not-offered',
	'move: time-taken',
	'move: too-late-to-move'
];

test('whatever applicants, counters and the clock do one after the other, the product answers as the model foretells', async () => {
	let run = 0;
	const met = new Set<string>();
	await fc.assert(
		fc.asyncProperty(commands(40), async (steps) => {
			const world = await newWorld(run++, met);
			await fc.asyncModelRun(() => world, steps);
		}),
		{ numRuns: 50, seed: 20261123, interruptAfterTimeLimit: 150_000 }
	);
	expect([...met].sort()).toEqual(EVERY_ANSWER);
}, 180_000);

test('fifty people move to one time at once: one gets it, the other forty-nine keep the place they had', async () => {
	setClock(MONDAY);
	await openOn('biot', '2027-01-12', { from: '07:00', until: '20:00', motives: ['suivi'] });
	await openOn('valbonne', '2027-01-12', { from: '07:00', until: '20:00', motives: ['suivi'] });
	await openOn('biot', '2027-01-13', { from: '09:00', until: '09:30', motives: ['suivi'] });
	const crowd = await newApplicants(50);
	const places = crowd.map((_, index) => ({
		counter: index < 25 ? 'biot' : 'valbonne',
		startsAt: paris('2027-01-12T07:00').add({ minutes: 30 * (index % 25) })
	}));
	const booked = await Promise.all(
		crowd.map((who, index) =>
			as(who, (tx, actor) => bookAppointment(tx, actor, { motive: 'suivi', ...places[index]! }))
		)
	);
	const wanted = paris('2027-01-13T09:00');
	const outcomes = await Promise.all(
		crowd.map((who, index) => {
			const move = { id: booked[index]!.appointmentId, counter: 'biot', startsAt: wanted };
			return outcomeOf(as(who, (tx, actor) => moveAppointment(tx, actor, move)));
		})
	);
	expect(outcomes.filter((each) => each === 'done')).toHaveLength(1);
	expect(outcomes.filter((each) => each === 'time-taken')).toHaveLength(49);
	const [winner] = await standing(wanted, 'booked');
	const lucky = outcomes.indexOf('done');
	expect(winner?.applicationId).toBe(crowd[lucky]!.applicationId);
	const kept = (
		await Promise.all(places.map(({ startsAt }) => standing(startsAt, 'booked')))
	).flat();
	const others = booked
		.filter((_, index) => index !== lucky)
		.map(({ appointmentId }) => appointmentId);
	expect(new Set(kept.map(({ id }) => id))).toEqual(new Set(others));
});
