import ICAL from 'ical.js';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { system, type Agent } from '../../src/lib/domain/accounts/actor.ts';
import { cancelAppointment } from '../../src/lib/server/appointments/cancel-appointment.ts';
import { moveAppointment } from '../../src/lib/server/appointments/move-appointment.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { counterFeed } from '../../src/lib/server/counters/counter-feed.ts';
import { renewFeed } from '../../src/lib/server/counters/renew-feed.ts';
import { stopFeed } from '../../src/lib/server/counters/stop-feed.ts';
import { counterSetting } from '../../src/lib/server/db/schema/booking.ts';
import { makeAppointment } from '../support/agents/territory.ts';
import { GET } from '../../src/routes/calendrier/[token]/+server.ts';
import {
	agentOf,
	as,
	counterId,
	MONDAY,
	newApplicant,
	openOn,
	outcomeOf,
	paris,
	TESTING
} from '../support/booking.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let agent: Agent;
let token: string;

beforeAll(async () => {
	database = await testDatabase();
	agent = await agentOf('antibes');
});
beforeEach(async () => {
	setClock(MONDAY);
	token = await as(agent, (tx, actor) => renewFeed(tx, actor, { slug: 'antibes' }));
});
afterAll(async () => {
	setClock();
	await database.drop();
});

const feed = (secret: string) => as(system('counter-feed'), (tx) => counterFeed(tx, secret));
const entries = async () =>
	new ICAL.Component(ICAL.parse(await feed(token)) as unknown[]).getAllSubcomponents('vevent');
const entryOf = async (id: string) =>
	(await entries()).find(
		(entry) => entry.getFirstPropertyValue('uid') === `${id}@guichet-logement`
	);
const visit = async (startsAt: string, others: object = {}) => {
	const { applicationId } = await newApplicant();
	return makeAppointment({ applicationId, slug: 'antibes', startsAt, ...others });
};

describe('the address of a counter’s calendar', () => {
	it('has 192 bits, and the database keeps only a hash', async () => {
		expect(Buffer.from(token, 'base64url')).toHaveLength(24);
		const [row] = await as(TESTING, async (tx) =>
			tx
				.select()
				.from(counterSetting)
				.where(eq(counterSetting.counterId, await counterId('antibes')))
		);
		expect(row!.feedHash).toMatch(/^[0-9a-f]{64}$/);
		expect(JSON.stringify(row)).not.toContain(token);
	});

	it('answers no more once renewed or stopped', async () => {
		const renewed = await as(agent, (tx, actor) => renewFeed(tx, actor, { slug: 'antibes' }));
		expect(await outcomeOf(feed(token))).toBe('NotFound');
		expect(await outcomeOf(feed(renewed))).toBe('done');
		await as(agent, (tx, actor) => stopFeed(tx, actor, { slug: 'antibes' }));
		expect(await outcomeOf(feed(renewed))).toBe('NotFound');
	});

	it.each(['', 'x', "' or true --"])('is not guessed with %j', async (secret) => {
		expect(await outcomeOf(feed(secret))).toBe('NotFound');
	});
});

describe('a calendar program', () => {
	// All that the route reads of a request is its address.
	const get = (token: string) => GET({ params: { token } } as Parameters<typeof GET>[0]);

	it('is answered without a sign-in, and may keep nothing', async () => {
		const answer = await get(token);
		expect(answer.status).toBe(200);
		expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
		expect(answer.headers.get('cache-control')).toBe('private, no-store');
		expect(await answer.text()).toContain('BEGIN:VCALENDAR');
	});

	it.each(['x', 'x'.repeat(32), 'é'.repeat(32)])('finds nothing at %s', async (secret) => {
		await expect(get(secret)).rejects.toMatchObject({ status: 404 });
	});
});

describe('the calendar of a counter', () => {
	it('says initials and motive, and no name', async () => {
		const id = await visit('2026-11-30T09:00:00+01:00');
		const entry = await entryOf(id);
		expect(entry!.getFirstPropertyValue('summary')).toMatch(/^N\. E\. · /);
		expect(entry!.getFirstPropertyValue('status')).toBe('CONFIRMED');
		const event = new ICAL.Event(entry!);
		expect(event.startDate.toUnixTime()).toBe(paris('2026-11-30T09:00').epochMilliseconds / 1000);
		const text = await feed(token);
		expect(text).not.toMatch(/Nour|Exemple|exemple\.test|0060126/);
	});

	it('holds 60 days from today, of this counter alone', async () => {
		const inside = await visit('2027-01-21T09:00:00+01:00');
		const outside = await visit('2027-01-22T09:00:00+01:00');
		const past = await visit('2026-11-22T09:00:00+01:00');
		const elsewhere = await visit('2026-12-01T09:00:00+01:00', { slug: 'valbonne' });
		expect(await entryOf(inside)).toBeDefined();
		for (const id of [outside, past, elsewhere]) expect(await entryOf(id)).toBeUndefined();
	});

	it('keeps a cancelled appointment as cancelled, with a higher sequence', async () => {
		const id = await visit('2026-12-02T09:00:00+01:00');
		await as(agent, (tx, actor) => cancelAppointment(tx, actor, { id }));
		const entry = await entryOf(id);
		expect(entry!.getFirstPropertyValue('status')).toBe('CANCELLED');
		expect(entry!.getFirstPropertyValue('sequence')).toBe(1);
	});

	it('moves an entry rather than adding one', async () => {
		const id = await visit('2026-12-02T11:00:00+01:00');
		await openOn('antibes', '2026-12-08', { from: '09:00', until: '12:00' });
		const startsAt = paris('2026-12-08T10:00');
		await as(agent, (tx, actor) =>
			moveAppointment(tx, actor, { id, counter: 'antibes', startsAt })
		);
		const known = (await entries()).filter(
			(entry) => entry.getFirstPropertyValue('uid') === `${id}@guichet-logement`
		);
		expect(known).toHaveLength(1);
		expect(known[0]!.getFirstPropertyValue('sequence')).toBe(1);
		expect(new ICAL.Event(known[0]!).startDate.toUnixTime()).toBe(
			startsAt.epochMilliseconds / 1000
		);
	});

	it('takes away what was moved to another counter', async () => {
		const { applicationId, ...person } = await newApplicant();
		const startsAt = '2026-12-03T11:00:00+01:00';
		const id = await makeAppointment({ applicationId, slug: 'antibes', startsAt });
		await openOn('valbonne', '2026-12-09', { from: '09:00', until: '12:00' });
		const to = { counter: 'valbonne', startsAt: paris('2026-12-09T10:00') };
		await as({ ...person, applicationId }, (tx, actor) =>
			moveAppointment(tx, actor, { id, ...to })
		);
		const entry = await entryOf(id);
		expect(entry!.getFirstPropertyValue('status')).toBe('CANCELLED');
		expect(entry!.getFirstPropertyValue('sequence')).toBe(1);
	});

	it('shows no time that somebody only holds', async () => {
		const id = await visit('2026-12-10T09:00:00+01:00', { state: 'expired' });
		expect(await entryOf(id)).toBeUndefined();
	});
});
