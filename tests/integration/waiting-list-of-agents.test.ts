import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { setClock } from '../../src/lib/server/clock.ts';
import { auditEntry } from '../../src/lib/server/db/schema/audit.ts';
import { joinForPerson } from '../../src/lib/server/waiting/join-for-person.ts';
import { takeOffList } from '../../src/lib/server/waiting/take-off-list.ts';
import { countWaiting, waitingList } from '../../src/lib/server/waiting/waiting-list.ts';
import {
	agentOf,
	as,
	MONDAY,
	newApplicant,
	openOn,
	outcomeOf,
	TESTING
} from '../support/booking.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { book, bookedBy, join, offersTo } from '../support/waiting.ts';
import { offerFreedPlaces } from '../../src/jobs/offer-freed-places.ts';

let db: TestDatabase;
beforeAll(async () => {
	db = await testDatabase();
	setClock(MONDAY);
	await openOn('biot', '2026-11-26', { from: '09:00', until: '10:00' });
	await openOn('biot', '2026-12-10', { from: '09:00', until: '12:00' });
});
beforeEach(() => setClock(MONDAY));
afterAll(() => db.drop());

test('an agent sees who waits at her counters, since when, with what they have; not at others', async () => {
	const [biot, antibes] = [await agentOf('biot'), await agentOf('antibes')];
	const nour = await newApplicant();
	await book(nour, '2026-12-10T10:00');
	await join(nour, ['1-am']);
	const [seen] = await as(biot, waitingList);
	expect(seen).toMatchObject({
		applicationId: nour.applicationId,
		lastName: 'Exemple',
		halfDays: ['1-am'],
		offers: 0,
		offeredStart: null
	});
	expect(seen!.currentStart).toEqual((await bookedBy(nour))[0]);
	expect(seen!.reception?.dueOn).toBeInstanceOf(Temporal.PlainDate);
	expect([await as(biot, countWaiting), await as(antibes, countWaiting)]).toEqual([1, 0]);
	expect(await as(antibes, waitingList)).toEqual([]);
	expect(await as(nour, waitingList)).toEqual([]);
	await as(biot, (tx, who) => takeOffList(tx, who, { entryId: seen!.id }));
});

test('an agent puts a person she booked on the list, once, and the journal says so', async () => {
	const biot = await agentOf('biot');
	const nour = await newApplicant();
	await book(nour, '2026-12-10T11:00');
	const wish = {
		applicationId: nour.applicationId,
		motive: 'suivi',
		counter: 'biot',
		halfDays: []
	};
	const [first, again] = [
		await as(biot, (tx, who) => joinForPerson(tx, who, wish)),
		await as(biot, (tx, who) => joinForPerson(tx, who, wish))
	];
	expect(again).toBe(first);
	await offerFreedPlaces();
	const [offer] = await offersTo(nour);
	expect(offer).toMatchObject({ outcome: 'open', state: 'held' });
	const [line] = await as(biot, waitingList);
	expect(line).toMatchObject({ offers: 1, offeredStart: offer!.startsAt });

	await as(biot, (tx, who) => takeOffList(tx, who, { entryId: first }));
	await as(biot, (tx, who) => takeOffList(tx, who, { entryId: first }));
	expect(await as(biot, countWaiting)).toBe(0);
	expect((await offersTo(nour)).map(({ outcome, state }) => [outcome, state])).toEqual([
		['declined', 'expired']
	]);
	expect(await bookedBy(nour)).toHaveLength(1);
	const journal = await as(TESTING, (tx) => tx.select().from(auditEntry));
	const mine = journal.filter(({ subjectId }) => subjectId === first).map(({ action }) => action);
	expect(mine).toEqual(['join-waiting-list', 'join-waiting-list', 'leave-waiting-list']);
});

test('an agent of another counter, a stranger and a person nobody can reach are refused', async () => {
	const [biot, antibes] = [await agentOf('biot'), await agentOf('antibes')];
	const nour = await newApplicant();
	await book(nour, '2026-12-10T09:00');
	const entryId = await join(nour);
	const wish = {
		applicationId: nour.applicationId,
		motive: 'suivi',
		counter: 'biot',
		halfDays: []
	};
	const attempts = [
		as(antibes, (tx, who) => takeOffList(tx, who, { entryId })),
		as(nour, (tx, who) => takeOffList(tx, who, { entryId })),
		as(antibes, (tx, who) => joinForPerson(tx, who, wish)),
		as(biot, (tx, who) => takeOffList(tx, who, { entryId: 'x' }))
	];
	expect(await Promise.all(attempts.map(outcomeOf))).toEqual(Array(4).fill('NotFound'));
	const silent = await newApplicant({});
	await book(silent, '2026-12-10T09:30');
	const attempt = as(biot, (tx, who) =>
		joinForPerson(tx, who, { ...wish, applicationId: silent.applicationId })
	);
	expect(await outcomeOf(attempt)).toBe('not-reachable');
});
