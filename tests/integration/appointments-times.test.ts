import { eq } from 'drizzle-orm';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { VISITOR } from '../../src/lib/domain/accounts/actor.ts';
import { bookAppointment } from '../../src/lib/server/appointments/book-appointment.ts';
import { findNearestTimes } from '../../src/lib/server/appointments/find-nearest-times.ts';
import { findTimes } from '../../src/lib/server/appointments/find-times.ts';
import { homeCounter } from '../../src/lib/server/appointments/home-counter.ts';
import { listFreeTimes } from '../../src/lib/server/appointments/list-free-times.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { wantedCommune } from '../../src/lib/server/db/schema/applications.ts';
import { counter, desk, deskAbsence } from '../../src/lib/server/db/schema/counters.ts';
import {
	agentOf,
	as,
	counterId,
	MONDAY,
	newApplicant,
	openOn,
	paris,
	TESTING
} from '../support/booking.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

let db: TestDatabase;
beforeAll(async () => {
	db = await testDatabase();
	setClock(MONDAY);
	for (const day of [
		'2026-11-26',
		'2026-11-27',
		'2026-11-30',
		'2026-12-01',
		'2026-12-02',
		'2026-12-03'
	]) {
		await openOn('biot', day, { from: '11:00', until: '13:00' });
	}
	await openOn('antibes', '2026-11-25', { from: '09:00', until: '10:00' });
	await openOn('valbonne', '2026-12-10', { from: '09:00', until: '10:00' });
});
beforeEach(() => setClock(MONDAY));
afterAll(() => db.drop());

test('the times of a counter come day by day, four days a page, and the others with their first', async () => {
	const found = await as(VISITOR, (tx, who) =>
		findTimes(tx, who, { motive: 'suivi', counter: 'biot' })
	);
	expect(found.first?.startsAt).toEqual(paris('2026-11-26T11:00'));
	expect(found.days.map(({ day }) => day.toString())).toEqual([
		'2026-11-26',
		'2026-11-27',
		'2026-11-30',
		'2026-12-01'
	]);
	expect(found.later?.toString()).toBe('2026-12-02');
	expect(found.days[0]!.times.map(({ time }) => time.toString({ smallestUnit: 'minute' }))).toEqual(
		['11:00', '11:15', '11:30', '11:45', '12:00', '12:15', '12:30']
	);
	const soonest = found.others.slice(0, 2).map((each) => [each.counter.slug, each.first?.places]);
	expect(soonest).toEqual([
		['antibes', 2],
		['valbonne', 1]
	]);
	expect(found.others).toHaveLength(23);
	const next = await as(VISITOR, (tx, who) =>
		findTimes(tx, who, { motive: 'suivi', counter: 'biot', after: found.later })
	);
	expect(next.days.map(({ day }) => day.toString())).toEqual(['2026-12-02', '2026-12-03']);
	expect(next.later).toBeNull();
});

test('a desk without its agent offers nothing', async () => {
	const biot = await counterId('biot');
	const day = Temporal.PlainDate.from('2026-11-27');
	await as(TESTING, async (tx) => {
		const [only] = await tx.select().from(desk).where(eq(desk.counterId, biot));
		await tx
			.insert(deskAbsence)
			.values({ deskId: only!.id, kind: 'once', fromDay: day, untilDay: day });
	});
	const found = await as(VISITOR, (tx, who) =>
		listFreeTimes(tx, who, { motive: 'suivi', counter: 'biot', from: day, until: day })
	);
	expect(found).toEqual([]);
});

test('an agent is shown openings for staff, the public is not', async () => {
	const day = Temporal.PlainDate.from('2026-12-04');
	await openOn('biot', day.toString(), { from: '09:00', until: '10:00', audience: 'staff' });
	const ask = { motive: 'suivi', counter: 'biot', from: day, until: day };
	const agent = await agentOf('biot');
	expect(await as(agent, (tx, who) => listFreeTimes(tx, who, ask))).toHaveLength(3);
	expect(await as(VISITOR, (tx, who) => listFreeTimes(tx, who, ask))).toEqual([]);
});

test('instead of a taken time, the nearest at the same counter and the first of the others', async () => {
	const startsAt = paris('2026-11-30T12:00');
	const nour = await newApplicant();
	await as(nour, (tx, who) =>
		bookAppointment(tx, who, { motive: 'suivi', counter: 'biot', startsAt })
	);
	const near = await as(nour, (tx, who) =>
		findNearestTimes(tx, who, { motive: 'suivi', counter: 'biot', startsAt })
	);
	expect(near.here.slice(0, 3).map((each) => each.startsAt)).toEqual([
		paris('2026-11-30T11:30'),
		paris('2026-11-30T12:30'),
		paris('2026-11-30T11:15')
	]);
	expect(near.elsewhere.map((each) => each.counter.slug)).toEqual(['antibes', 'valbonne']);
});

test('with nothing in the week around, the whole horizon is proposed', async () => {
	const startsAt = paris('2027-01-15T09:00');
	const near = await as(VISITOR, (tx, who) =>
		findNearestTimes(tx, who, { motive: 'suivi', counter: 'mougins', startsAt })
	);
	expect(near.here).toEqual([]);
	expect(near.elsewhere.map((each) => each.counter.slug)).toEqual(['valbonne', 'biot', 'antibes']);
});

test('a person’s counter is that of where they live, else of the first commune they ask for that has one', async () => {
	const insee = async (slug: string) =>
		(await as(TESTING, (tx) => tx.select().from(counter).where(eq(counter.slug, slug))))[0]!
			.communeInsee!;
	const here = await newApplicant({ commune: await insee('biot') });
	const elsewhere = await newApplicant({ commune: '75056' });
	const stated = { origin: 'declared', statedOn: Temporal.PlainDate.from('2026-01-12') } as const;
	const { applicationId } = elsewhere;
	await as(TESTING, async (tx) => {
		await tx.insert(wantedCommune).values([
			{ applicationId, insee: '06088', rank: 1, ...stated },
			{ applicationId, insee: await insee('valbonne'), rank: 2, ...stated }
		]);
	});
	expect(await as(here, homeCounter)).toBe('biot');
	expect(await as(elsewhere, homeCounter)).toBe('valbonne');
	expect(await as(await newApplicant(), homeCounter)).toBeNull();
	expect(await as(VISITOR, homeCounter)).toBeNull();
});

test('all counters over sixty days cost no more queries than one counter on one day', async () => {
	const spy = vi.spyOn(pg.Client.prototype, 'query');
	const count = async (work: () => Promise<unknown>) => {
		spy.mockClear();
		await work();
		return spy.mock.calls.length;
	};
	const day = Temporal.PlainDate.from('2026-11-26');
	const one = await count(() =>
		as(VISITOR, (tx, who) =>
			listFreeTimes(tx, who, { motive: 'suivi', counter: 'biot', from: day, until: day })
		)
	);
	const all = await count(() =>
		as(VISITOR, (tx, who) => findTimes(tx, who, { motive: 'suivi', counter: 'biot' }))
	);
	spy.mockRestore();
	expect(all).toBeLessThanOrEqual(one);
});
