import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bookAppointment } from '../../src/lib/server/appointments/book-appointment.ts';
import { findTimes } from '../../src/lib/server/appointments/find-times.ts';
import { askPlace } from '../../src/lib/server/appointments/place-question.ts';
import { takePlace } from '../../src/lib/server/appointments/take-place.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { withConnection } from '../../src/lib/server/db/client.ts';
import {
	closure,
	counter,
	desk,
	deskAbsence,
	motive
} from '../../src/lib/server/db/schema/counters.ts';
import type { Tx } from '../../src/lib/server/db/unit-of-work.ts';
import {
	as,
	counterId,
	MONDAY,
	newApplicant,
	openOn,
	outcomeOf,
	paris,
	standing,
	TESTING
} from '../support/booking.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

/** Openings are kept in memory: what this file shows is that nobody is ever booked by openings that changed. */
let db: TestDatabase;
beforeAll(async () => {
	db = await testDatabase();
	setClock(MONDAY);
	await openOn('biot', '2026-11-26', { from: '09:00', until: '12:00' });
	await openOn('vallauris', '2026-11-26', { from: '09:00', until: '12:00' });
});
beforeEach(() => setClock(MONDAY));
afterAll(() => db.drop());

const THURSDAY = Temporal.PlainDate.from('2026-11-26');
const closed = (counterId: string) => ({ counterId, fromDay: THURSDAY, untilDay: THURSDAY });
const visit = { motive: 'suivi', counter: 'biot', startsAt: paris('2026-11-26T10:00') };

const versionNow = () =>
	as(TESTING, async (tx) => {
		const { rows } = await tx.execute<{ version: string }>(sql`select version from agenda_version`);
		return rows[0]!.version;
	});

describe('a counter closes', () => {
	test('while somebody books: the closure is there first, and the booking is refused', async () => {
		const biot = await counterId('biot');
		const nour = await newApplicant();
		const place = {
			motive: visit.motive,
			counterId: biot,
			startsAt: visit.startsAt,
			applicationId: nour.applicationId,
			state: 'booked'
		} as const;
		const booking = as(nour, async (tx, who) => {
			const answer = await askPlace(tx, { ...visit, holdsOf: nour.applicationId });
			// Another connection, committed before the booking goes on.
			await as(TESTING, (other) => other.insert(closure).values(closed(biot)));
			return takePlace(tx, who, place, answer);
		});
		expect(await outcomeOf(booking)).toBe('time-not-offered');
		expect(await standing(visit.startsAt, 'booked', 'held')).toEqual([]);
		await as(TESTING, (tx) => tx.delete(closure).where(eq(closure.counterId, biot)));
	});

	test('and opens again: the next person sees and books it at once', async () => {
		const biot = await counterId('biot');
		await as(TESTING, (tx) => tx.insert(closure).values(closed(biot)));
		const book = async () => {
			const who = await newApplicant();
			return outcomeOf(as(who, (tx, actor) => bookAppointment(tx, actor, visit)));
		};
		expect(await book()).toBe('time-not-offered');
		await as(TESTING, (tx) => tx.delete(closure).where(eq(closure.counterId, biot)));
		expect(await book()).toBe('done');
	});

	test('in a transaction that is taken back: nobody else is refused for it', async () => {
		const vallauris = await counterId('vallauris');
		const seen: number[] = [];
		const attempt = as(TESTING, async (tx, who) => {
			await tx.insert(closure).values(closed(vallauris));
			const search = { motive: 'suivi', counter: 'vallauris' };
			seen.push((await findTimes(tx, who, search)).days.length);
			throw new Error('on purpose');
		});
		expect(await outcomeOf(attempt)).toBe('Error');
		const found = await as(TESTING, (tx, who) =>
			findTimes(tx, who, { motive: 'suivi', counter: 'vallauris' })
		);
		expect([...seen, found.days.length]).toEqual([0, 1]);
	});
});

describe('what says when a counter receives', () => {
	const changes: [string, (tx: Tx) => Promise<unknown>][] = [
		['a closure', async (tx) => tx.insert(closure).values(closed(await counterId('biot')))],
		[
			'an absence',
			async (tx) => {
				const [first] = await tx.select().from(desk).limit(1);
				const absence = {
					deskId: first!.id,
					kind: 'once',
					fromDay: THURSDAY,
					untilDay: THURSDAY
				} as const;
				return tx.insert(deskAbsence).values(absence);
			}
		],
		['a desk', (tx) => tx.update(desk).set({ active: false }).where(eq(desk.name, 'Bureau 9'))],
		['a counter', (tx) => tx.update(counter).set({ active: true }).where(eq(counter.slug, 'biot'))],
		[
			'a motive',
			(tx) => tx.update(motive).set({ horizonDays: 61 }).where(eq(motive.code, 'pieces'))
		],
		['the desks of an opening', (tx) => tx.execute('delete from opening_desk where false')],
		['the motives of an opening', (tx) => tx.execute('delete from opening_motive where false')],
		['an opening', (tx) => tx.execute('delete from opening where false')]
	];

	test.each(changes)('changes with %s', async (_, change) => {
		const before = await versionNow();
		await as(TESTING, change);
		expect(await versionNow()).not.toBe(before);
	});

	test('cannot be said unchanged by the application', async () => {
		const attempt = as(TESTING, (tx) => tx.execute('update agenda_version set version = version'));
		await expect(attempt).rejects.toMatchObject({ cause: { code: '42501' } });
	});
});

test('nothing is written outside a unit of work', async () => {
	const attempt = withConnection((client) => client.query(`update counter set name = name`));
	await expect(attempt).rejects.toMatchObject({ code: '25006' });
});
