import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Agent } from '../../src/lib/domain/accounts/actor.ts';
import type { CounterChange } from '../../src/lib/domain/counters/changes.ts';
import { listFreeTimes } from '../../src/lib/server/appointments/list-free-times.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { counterToEdit } from '../../src/lib/server/counters/counter-agenda.ts';
import { previewChange } from '../../src/lib/server/counters/preview-change.ts';
import { saveChange } from '../../src/lib/server/counters/save-change.ts';
import { auditEntry } from '../../src/lib/server/db/schema/audit.ts';
import { closure, opening } from '../../src/lib/server/db/schema/counters.ts';
import { agentOf, as, MONDAY, outcomeOf, TESTING } from '../support/booking.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { away, closing, day, desksOf, mondays, time } from '../support/openings/drafts.ts';

let database: TestDatabase;
let agent: Agent;
let desks: string[];

beforeAll(async () => {
	database = await testDatabase();
	agent = await agentOf('antibes');
	desks = await desksOf('antibes');
});
beforeEach(async () => {
	setClock(MONDAY);
	await as(TESTING, async (tx) => {
		await tx.delete(opening);
		await tx.delete(closure);
	});
});
afterAll(async () => {
	setClock();
	await database.drop();
});

const save = (change: CounterChange, seen?: string) =>
	as(agent, (tx, actor) => saveChange(tx, actor, { slug: 'antibes', change, seen }));
const preview = (change: CounterChange) =>
	as(agent, (tx, actor) => previewChange(tx, actor, { slug: 'antibes', change }));
const known = () => as(agent, (tx, actor) => counterToEdit(tx, actor, 'antibes'));

/** What the public is offered, as "2026-11-30 09:00". */
async function offered(from: string, until: string): Promise<string[]> {
	const found = await as({ kind: 'visitor' }, (tx, actor) =>
		listFreeTimes(tx, actor, {
			motive: 'suivi',
			counter: 'antibes',
			from: day(from),
			until: day(until)
		})
	);
	return found.map(({ startsAt }) => {
		const local = startsAt.toZonedDateTimeISO('Europe/Paris');
		return `${local.toPlainDate().toString()} ${local.toPlainTime().toString({ smallestUnit: 'minute' })}`;
	});
}
const previewed = ({ times }: Awaited<ReturnType<typeof preview>>) =>
	(times.find(({ motive }) => motive.code === 'suivi')?.days ?? []).flatMap((each) =>
		each.times.map((at) => `${each.day.toString()} ${at.toString({ smallestUnit: 'minute' })}`)
	);
const daysOffered = async (from: string, until: string) => [
	...new Set((await offered(from, until)).map((text) => text.slice(0, 10)))
];

describe('an agent sees before saving what is then offered', () => {
	it.each([
		['every week', () => mondays(desks)],
		['one week in two', () => mondays(desks, { everyWeeks: 2, validFrom: day('2026-11-30') })],
		['one day more', () => mondays(desks, { kind: 'once', weekday: null, day: day('2026-12-02') })]
	])('%s', async (_, draft) => {
		const shown = await preview({ kind: 'add-opening', opening: draft() });
		expect(await offered('2026-11-23', '2026-12-06')).toEqual([]);
		await save({ kind: 'add-opening', opening: draft() }, shown.seen);
		const { from, until } = shown;
		expect(previewed(shown).length).toBeGreaterThan(5);
		expect(await offered(from.toString(), until.toString())).toEqual(previewed(shown));
	});

	it('as staff alone are, when the opening is theirs', async () => {
		const draft = mondays(desks, { audience: 'staff' });
		expect(
			previewed(await preview({ kind: 'add-opening', opening: draft })).length
		).toBeGreaterThan(5);
		await save({ kind: 'add-opening', opening: draft });
		expect(await offered('2026-11-23', '2026-12-06')).toEqual([]);
	});

	it('with the openings that overlap, also the same one entered twice', async () => {
		await save({ kind: 'add-opening', opening: mondays(desks) });
		const later = mondays(desks, { startsAt: time('11:00'), endsAt: time('13:00') });
		const shown = await preview({ kind: 'add-opening', opening: later });
		expect(shown.overlaps).toMatchObject([{ isSameHours: false }]);
		expect(shown.overlaps[0]!.firstDay.toString()).toBe('2026-11-23');
		const same = await preview({ kind: 'add-opening', opening: mondays(desks) });
		expect(same.overlaps).toMatchObject([{ isSameHours: true }]);
		const apart = mondays(desks, { startsAt: time('12:00'), endsAt: time('13:00') });
		expect((await preview({ kind: 'add-opening', opening: apart })).overlaps).toEqual([]);
	});

	it('with the lengths that do not fit', async () => {
		const short = mondays(desks, { endsAt: time('09:20') });
		const shown = await preview({ kind: 'add-opening', opening: short });
		expect(shown.misfits).toMatchObject([{ motive: { code: 'suivi' }, visits: 0 }]);
		expect(shown.times).toEqual([]);
		const uneven = mondays(desks, { endsAt: time('09:40') });
		expect((await preview({ kind: 'add-opening', opening: uneven })).misfits).toMatchObject([
			{ visits: 1, leftoverMinutes: 10 }
		]);
		expect((await preview({ kind: 'add-opening', opening: mondays(desks) })).misfits).toEqual([]);
	});

	it('and looking saves nothing', async () => {
		await preview({ kind: 'add-opening', opening: mondays(desks) });
		expect((await known()).agenda.openings).toEqual([]);
	});
});

describe('an agent changes the openings of her counter', () => {
	it('its hours, desks and motives, in place', async () => {
		const { id } = await save({ kind: 'add-opening', opening: mondays(desks) });
		const changed = mondays(desks.slice(0, 1), {
			weekday: 3,
			motiveCodes: ['suivi', 'premier-accueil']
		});
		await save({ kind: 'change-opening', id, opening: changed });
		const [found] = (await known()).agenda.openings;
		expect(found).toMatchObject({ id, weekday: 3, deskIds: desks.slice(0, 1) });
		expect([...found!.motiveCodes].sort()).toEqual(['premier-accueil', 'suivi']);
		expect(await daysOffered('2026-11-23', '2026-12-06')).toEqual(['2026-11-25', '2026-12-02']);
	});

	it('takes one away', async () => {
		const { id } = await save({ kind: 'add-opening', opening: mondays(desks) });
		await save({ kind: 'remove-opening', id });
		expect((await known()).agenda.openings).toEqual([]);
		expect(await outcomeOf(save({ kind: 'remove-opening', id }))).toBe('NotFound');
	});

	it.each([
		['the end before the start', { endsAt: time('08:00') }, 'ends-before-start'],
		['no desk', { deskIds: [] }, 'desk-missing'],
		['no motive', { motiveCodes: [] }, 'motive-missing'],
		['no weekday', { weekday: null }, 'weekday-missing'],
		['yesterday', { kind: 'once', weekday: null, day: day('2026-11-22') }, 'day-is-past'],
		['weeks in turn without a first one', { everyWeeks: 2 }, 'first-day-missing'],
		['a motive that does not exist', { motiveCodes: ['autre'] }, 'NotFound']
	])('is refused %s', async (_, others, rule) => {
		const change: CounterChange = { kind: 'add-opening', opening: mondays(desks, others) };
		expect(await outcomeOf(save(change))).toBe(rule);
		expect(await outcomeOf(preview(change))).toBe(rule);
		expect((await known()).agenda.openings).toEqual([]);
	});

	it('is refused the desk of another counter', async () => {
		const opening = mondays(await desksOf('valbonne'));
		expect(await outcomeOf(save({ kind: 'add-opening', opening }))).toBe('NotFound');
	});

	it('leaves a line in the journal for each change', async () => {
		const { id } = await save({ kind: 'add-opening', opening: mondays(desks) });
		const { counter } = await known();
		const lines = await as(TESTING, (tx) =>
			tx.select().from(auditEntry).where(eq(auditEntry.subjectId, counter.id))
		);
		expect(lines.filter(({ detail }) => detail['row'] === id)).toMatchObject([
			{ action: 'add-opening', actorId: agent.staffId, detail: { displaced: 0 } }
		]);
	});
});

describe('a closed day', () => {
	it('offers nothing, and offers again once the closure is taken back', async () => {
		await save({ kind: 'add-opening', opening: mondays(desks) });
		const shown = await preview(closing('2026-11-30'));
		expect(previewed(shown)[0]).toBe('2026-12-07 09:00');
		const { id } = await save(closing('2026-11-30'));
		expect(await daysOffered('2026-11-24', '2026-12-08')).toEqual(['2026-12-07']);
		await save({ kind: 'remove-closure', id });
		expect(await daysOffered('2026-11-24', '2026-12-08')).toEqual(['2026-11-30', '2026-12-07']);
		expect(await outcomeOf(save({ kind: 'remove-closure', id }))).toBe('NotFound');
	});

	it.each([
		['days the wrong way round', closing('2026-12-02', '2026-12-01'), 'days-reversed'],
		['days that are past', closing('2026-11-02', '2026-11-20'), 'day-is-past']
	])('cannot be %s', async (_, change, rule) => {
		expect(await outcomeOf(save(change))).toBe(rule);
	});

	it('on a public holiday is already closed, unless it is opened for that day', async () => {
		// 11 November 2027 is a Thursday.
		setClock('2027-11-01T09:00:00+01:00');
		await save({ kind: 'add-opening', opening: mondays(desks, { weekday: 4 }) });
		expect(await daysOffered('2027-11-02', '2027-11-19')).toEqual(['2027-11-04', '2027-11-18']);
		const holiday = mondays(desks, { kind: 'once', weekday: null, day: day('2027-11-11') });
		const shown = await preview({ kind: 'add-opening', opening: holiday });
		expect(previewed(shown)[0]).toBe('2027-11-11 09:00');
		await save({ kind: 'add-opening', opening: holiday });
		expect(await daysOffered('2027-11-02', '2027-11-19')).toContain('2027-11-11');
	});

	it('with hours of its own replaces the usual ones', async () => {
		await save({ kind: 'add-opening', opening: mondays(desks) });
		const only = { kind: 'override', weekday: null, day: day('2026-11-30') };
		const opening = mondays(desks, { ...only, startsAt: time('14:00'), endsAt: time('15:00') });
		await save({ kind: 'add-opening', opening });
		expect((await offered('2026-11-30', '2026-11-30'))[0]).toBe('2026-11-30 14:00');
	});
});

describe('a desk away', () => {
	it('receives nobody meanwhile, and again once the absence is taken back', async () => {
		const desk = desks[0]!;
		await save({ kind: 'add-opening', opening: mondays([desk]) });
		const hours = { startsAt: time('09:00'), endsAt: time('11:00') };
		const absence = away(desk, '2026-11-30', hours);
		const { id } = await save({ kind: 'add-desk-absence', absence });
		expect((await offered('2026-11-30', '2026-11-30'))[0]).toBe('2026-11-30 11:00');
		await save({ kind: 'remove-desk-absence', id });
		expect((await offered('2026-11-30', '2026-11-30'))[0]).toBe('2026-11-30 09:00');
		expect(await outcomeOf(save({ kind: 'remove-desk-absence', id }))).toBe('NotFound');
	});

	it.each([
		['half of the hours', { startsAt: time('09:00') }, 'hours-half-given'],
		['days the wrong way round', { untilDay: day('2026-11-29') }, 'days-reversed'],
		['every week without a weekday', { kind: 'weekly', untilDay: null }, 'weekday-missing']
	])('is refused %s', async (_, others, rule) => {
		const absence = away(desks[0]!, '2026-11-30', others);
		expect(await outcomeOf(save({ kind: 'add-desk-absence', absence }))).toBe(rule);
	});
});
