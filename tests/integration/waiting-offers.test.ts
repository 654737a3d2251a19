import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { offerFreedPlaces } from '../../src/jobs/offer-freed-places.ts';
import { VISITOR } from '../../src/lib/domain/accounts/actor.ts';
import { holdTime } from '../../src/lib/server/appointments/hold-time.ts';
import { linkToken } from '../../src/lib/server/appointments/links.ts';
import { appointmentFor } from '../../src/lib/server/appointments/queries.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { waitingEntry, waitingOffer } from '../../src/lib/server/db/schema/booking.ts';
import { desk } from '../../src/lib/server/db/schema/counters.ts';
import { message } from '../../src/lib/server/db/schema/notifications.ts';
import { acceptOffer } from '../../src/lib/server/waiting/accept-offer.ts';
import { declineOffer } from '../../src/lib/server/waiting/decline-offer.ts';
import { leaveWaitingList } from '../../src/lib/server/waiting/leave-list.ts';
import { myEntries, offerFor } from '../../src/lib/server/waiting/queries.ts';
import {
	as,
	counterId,
	MONDAY,
	newApplicant,
	newApplicants,
	openOn,
	outcomeOf,
	paris,
	standing,
	TESTING
} from '../support/booking.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { book, bookedBy, cancel, join, offersTo, registeredOn } from '../support/waiting.ts';

/** The one place of the Tuesday, full unless it is freed, and the Friday, where everybody has a time. */
const FREED = '2026-11-24T14:00';
let db: TestDatabase;

beforeAll(async () => {
	db = await testDatabase();
	setClock(MONDAY);
	await as(TESTING, async (tx) => {
		await tx
			.update(desk)
			.set({ active: false })
			.where(eq(desk.counterId, await counterId('biot')));
		await tx.insert(desk).values({ counterId: await counterId('biot'), name: 'Seul' });
	});
	await openOn('biot', '2026-11-24', { from: '14:00', until: '14:30' });
	await openOn('biot', '2026-11-27', { from: '08:00', until: '18:00' });
});
beforeEach(() => setClock(MONDAY));
afterEach(async () => {
	await as(TESTING, (tx) => tx.update(waitingEntry).set({ endedAt: paris('2026-11-23T10:00') }));
});
afterAll(() => db.drop());

const accept = (token: string) => as(VISITOR, (tx, who) => acceptOffer(tx, who, { token }));
const decline = (token: string) => as(VISITOR, (tx, who) => declineOffer(tx, who, { token }));
const held = () => standing(paris(FREED), 'held');
/** Gives every offer and hold back, so that the next test finds the place free. */
async function clear(...people: Awaited<ReturnType<typeof newApplicants>>) {
	for (const person of people) {
		for (const { token, outcome } of await offersTo(person))
			if (outcome === 'open') await decline(token);
	}
	for (const row of await standing(paris(FREED), 'booked')) await cancel(TESTING_AGENT, row.id);
}
const TESTING_AGENT = {
	kind: 'agent',
	staffId: '0198c0de-0000-7000-8000-000000000001',
	name: 'Agent',
	role: 'head',
	counterIds: []
} as const;

describe('a freed place', () => {
	test('is offered to the first on the list, kept for two hours, and told by a private link', async () => {
		const [owner, nour, sami] = await newApplicants(3);
		const taken = await book(owner!, FREED);
		await book(nour!, '2026-11-27T09:00');
		await book(sami!, '2026-11-27T09:30');
		await join(nour!);
		await join(sami!);
		expect(await offerFreedPlaces()).toBe(0);
		await cancel(owner!, taken);
		expect(await offerFreedPlaces()).toBe(1);
		const [offer] = await offersTo(nour!);
		expect(offer).toMatchObject({ outcome: 'open', state: 'held', startsAt: paris(FREED) });
		expect(offer?.expiresAt).toEqual(paris('2026-11-23T11:00'));
		expect(await offersTo(sami!)).toEqual([]);
		const [told] = await as(TESTING, (tx) =>
			tx.select().from(message).where(eq(message.appointmentId, offer!.heldId))
		);
		expect(told).toMatchObject({ kind: 'waiting-offer', state: 'queued' });
		expect(told?.body).toContain(`/liste-attente/${offer!.token}`);
		expect(offer!.token).toHaveLength(32);
		expect(told?.body).not.toMatch(/Nour|Exemple/);
		await clear(nour!, sami!);
	});

	test('20 jobs at once make one open offer', async () => {
		const people = await newApplicants(3);
		for (const [index, person] of people.entries()) {
			await book(person, `2026-11-27T1${index}:00`);
			await join(person);
		}
		const made = await Promise.all(Array.from({ length: 20 }, () => offerFreedPlaces()));
		expect(made.reduce((sum, each) => sum + each, 0)).toBe(1);
		const open = await as(TESTING, (tx) =>
			tx.select().from(waitingOffer).where(eq(waitingOffer.outcome, 'open'))
		);
		expect(open).toHaveLength(1);
		expect(await held()).toHaveLength(1);
		await clear(...people);
	});

	test('goes first to somebody whose legal delay is near its end', async () => {
		const [first, urgent] = await newApplicants(2);
		await registeredOn(first!, '2026-11-20');
		await registeredOn(urgent!, '2026-10-25');
		await book(first!, '2026-11-27T13:00');
		await book(urgent!, '2026-11-27T13:30');
		await join(first!);
		setClock('2026-11-23T09:30:00+01:00');
		await join(urgent!);
		await offerFreedPlaces();
		expect(await offersTo(first!)).toEqual([]);
		expect(await offersTo(urgent!)).toHaveLength(1);
		await clear(first!, urgent!);
	});

	test('is not offered outside the half-days that suit, nor to who left the list, nor to who cannot be told', async () => {
		const [mornings, gone] = await newApplicants(2);
		const silent = await newApplicant({});
		await join(mornings!, ['2-am']);
		const entryId = await join(gone!);
		await as(gone!, (tx, who) => leaveWaitingList(tx, who, { entryId }));
		expect(await outcomeOf(join(silent))).toBe('not-reachable');
		expect(await offerFreedPlaces()).toBe(0);
		await join(mornings!, ['2-am', '2-pm']);
		expect(await offerFreedPlaces()).toBe(1);
		await clear(mornings!);
	});

	test('waits for somebody who is choosing a time at this very moment', async () => {
		const [nour] = await newApplicants(1);
		await join(nour!, ['2-pm']);
		const wanted = { motive: 'suivi', counter: 'biot', startsAt: paris('2026-11-27T15:00') };
		await as(nour!, (tx, who) => holdTime(tx, who, wanted));
		expect(await offerFreedPlaces()).toBe(0);
		setClock('2026-11-23T09:10:00+01:00');
		expect(await offerFreedPlaces()).toBe(1);
		await clear(nour!);
	});
});

describe('the person answers', () => {
	async function offered(current: string | null) {
		const [nour] = await newApplicants(1);
		const old = current ? await book(nour!, current) : null;
		await join(nour!, current ? [] : ['2-pm']);
		await offerFreedPlaces();
		const [offer] = await offersTo(nour!);
		return { nour: nour!, old, token: offer!.token };
	}

	test('yes: their appointment is moved; twice at once is one appointment', async () => {
		const { nour, old, token } = await offered('2026-11-27T16:00');
		const answers = await Promise.all([accept(token), accept(token), accept(token)]);
		expect(new Set(answers.map(({ appointmentId }) => appointmentId)).size).toBe(1);
		expect(await bookedBy(nour)).toEqual([paris(FREED)]);
		const view = await as(VISITOR, (tx, who) =>
			appointmentFor(tx, who, { token: linkToken(old!) })
		);
		expect(view.row).toMatchObject({ movedFromId: old, sequence: 1 });
		expect(await standing(paris('2026-11-27T16:00'), 'booked')).toEqual([]);
		expect(await as(nour, (tx, who) => myEntries(tx, who))).toEqual([]);
		expect((await as(VISITOR, (tx) => offerFor(tx, token))).phase).toBe('accepted');
		const told = await as(TESTING, (tx) =>
			tx.select().from(message).where(eq(message.kind, 'appointment-moved'))
		);
		expect(told).toHaveLength(1);
		await clear();
	});

	test('yes, having none: the place is booked', async () => {
		const { nour, token } = await offered(null);
		await accept(token);
		expect(await bookedBy(nour)).toEqual([paris(FREED)]);
		await clear();
	});

	test('no: what they have is untouched, the next person is asked, and they are not asked again', async () => {
		const { nour, token } = await offered('2026-11-27T16:30');
		const [next] = await newApplicants(1);
		await book(next!, '2026-11-27T17:00');
		await join(next!);
		await decline(token);
		await decline(token);
		expect(await offerFreedPlaces()).toBe(1);
		expect(await offerFreedPlaces()).toBe(0);
		expect((await offersTo(nour)).map(({ outcome }) => outcome)).toEqual(['declined']);
		expect((await offersTo(next!)).map(({ outcome }) => outcome)).toEqual(['open']);
		expect(await bookedBy(nour)).toEqual([paris('2026-11-27T16:30')]);
		expect(await outcomeOf(accept(token))).toBe('offer-over');
		await clear(nour, next!);
	});

	test('too late, at the very second: refused, what they have is kept, the place goes on', async () => {
		const { nour, token } = await offered('2026-11-27T08:00');
		setClock('2026-11-23T10:59:59+01:00');
		expect((await as(VISITOR, (tx) => offerFor(tx, token))).phase).toBe('open');
		setClock('2026-11-23T11:00:00+01:00');
		expect((await as(VISITOR, (tx) => offerFor(tx, token))).phase).toBe('over');
		expect(await outcomeOf(accept(token))).toBe('offer-over');
		setClock('2026-11-23T11:00:01+01:00');
		expect(await outcomeOf(accept(token))).toBe('offer-over');
		expect(await bookedBy(nour)).toEqual([paris('2026-11-27T08:00')]);
		const [next] = await newApplicants(1);
		await join(next!, ['2-pm']);
		expect(await offerFreedPlaces()).toBe(1);
		expect((await offersTo(nour)).map(({ outcome, state }) => [outcome, state])).toEqual([
			['expired', 'expired']
		]);
		expect(await offersTo(next!)).toHaveLength(1);
		await clear(nour, next!);
	});

	test('yes, while a job and another person want the same place: one of them has it', async () => {
		const { nour, token } = await offered('2026-11-27T12:30');
		const others = await newApplicants(6);
		await Promise.all([
			accept(token),
			offerFreedPlaces(),
			...others.map((other) => outcomeOf(book(other, FREED)))
		]);
		expect(await standing(paris(FREED), 'booked', 'held')).toHaveLength(1);
		expect(await bookedBy(nour)).toEqual([paris(FREED)]);
		await clear(nour);
	});

	test('looking changes nothing, and a made-up link or that of an appointment leads nowhere', async () => {
		const { nour, old, token } = await offered('2026-11-27T11:30');
		const before = await offersTo(nour);
		const seen = await as(VISITOR, (tx) => offerFor(tx, token));
		expect(seen).toMatchObject({ phase: 'open', current: { row: { id: old } } });
		expect(await offersTo(nour)).toEqual(before);
		for (const wrong of ['x'.repeat(32), linkToken(old!), '']) {
			expect(await outcomeOf(accept(wrong))).toBe('NotFound');
			expect(await outcomeOf(decline(wrong))).toBe('NotFound');
			expect(await outcomeOf(as(VISITOR, (tx) => offerFor(tx, wrong)))).toBe('NotFound');
		}
		await clear(nour);
	});
});

test('a stranger cannot take somebody off the list; joining again keeps the turn', async () => {
	const [nour, sami] = await newApplicants(2);
	const entryId = await join(nour!);
	expect(await outcomeOf(as(sami!, (tx, who) => leaveWaitingList(tx, who, { entryId })))).toBe(
		'NotFound'
	);
	expect(await outcomeOf(join(VISITOR as never))).toBe('Refused');
	setClock('2026-11-23T12:00:00+01:00');
	const again = await Promise.all([join(nour!, ['1-am']), join(nour!, ['1-am'])]);
	expect(again).toEqual([entryId, entryId]);
	expect(await as(nour!, (tx, who) => myEntries(tx, who))).toMatchObject([{ halfDays: ['1-am'] }]);
});

test('whoever has been to their appointment is off the list, and is offered nothing more', async () => {
	const nour = await newApplicant();
	await book(nour, '2026-11-27T14:00');
	await join(nour, ['5-pm']);
	setClock('2026-11-27T14:00:00+01:00');
	await offerFreedPlaces();
	expect(await as(nour, (tx, who) => myEntries(tx, who))).toEqual([]);
	expect(await offersTo(nour)).toEqual([]);
});
