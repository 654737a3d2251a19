import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { offerFreedPlaces } from '../../src/jobs/offer-freed-places.ts';
import { VISITOR, type Actor } from '../../src/lib/domain/accounts/actor.ts';
import type { VisitorContact } from '../../src/lib/domain/appointments/visitor-contact.ts';
import { cancelAppointment } from '../../src/lib/server/appointments/cancel-appointment.ts';
import { cancelByService } from '../../src/lib/server/appointments/cancel-by-service.ts';
import { moveAppointment } from '../../src/lib/server/appointments/move-appointment.ts';
import { moveVisitor } from '../../src/lib/server/appointments/move-visitor.ts';
import { appointmentFor } from '../../src/lib/server/appointments/queries.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { appointment } from '../../src/lib/server/db/schema/appointments.ts';
import { auditEntry } from '../../src/lib/server/db/schema/audit.ts';
import { waitingEntry, waitingOffer } from '../../src/lib/server/db/schema/booking.ts';
import { message } from '../../src/lib/server/db/schema/notifications.ts';
import { visitorAtCounter } from '../../src/lib/server/reception/visitor-at-counter.ts';
import { acceptOffer } from '../../src/lib/server/waiting/accept-offer.ts';
import { answerForPerson } from '../../src/lib/server/waiting/answer-for-person.ts';
import { declineOffer } from '../../src/lib/server/waiting/decline-offer.ts';
import { joinByLink } from '../../src/lib/server/waiting/join-by-link.ts';
import { leaveByLink } from '../../src/lib/server/waiting/leave-by-link.ts';
import { offerToken } from '../../src/lib/server/waiting/links.ts';
import { offerFor } from '../../src/lib/server/waiting/queries.ts';
import { takeOffList } from '../../src/lib/server/waiting/take-off-list.ts';
import { waitingList } from '../../src/lib/server/waiting/waiting-list.ts';
import {
	agentOf,
	as,
	MONDAY,
	newApplicant,
	openOn,
	outcomeOf,
	paris,
	standing,
	TESTING
} from '../support/booking.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { book, browser, hold, lastCode, leave, lina, nextDay, start } from '../support/visitor.ts';

/** The one place of an afternoon at Opio, which has one desk; the days of other tests are mornings. */
const EARLY = paris('2026-11-24T14:00');
let db: TestDatabase;

beforeAll(async () => {
	db = await testDatabase();
	setClock(MONDAY);
	await openOn('opio', '2026-11-24', {
		from: '14:00',
		until: '14:45',
		motives: ['enregistrement']
	});
});
beforeEach(async () => {
	await nextDay();
	// Whatever the test before left of the Tuesday is given back.
	await as(TESTING, async (tx) => {
		await tx.update(waitingEntry).set({ endedAt: paris('2026-11-23T10:00') });
		await tx
			.update(waitingOffer)
			.set({ outcome: 'expired' })
			.where(eq(waitingOffer.outcome, 'open'));
		await tx.update(appointment).set({ state: 'expired' }).where(eq(appointment.startsAt, EARLY));
	});
});
afterAll(() => db.drop());

/** Somebody without a request, with an appointment and its private link. */
async function visitor(contact: VisitorContact = lina()): Promise<{ token: string; id: string }> {
	const answer = await book(contact);
	if (answer.kind !== 'booked') throw new Error(answer.kind);
	const { token } = answer;
	const { row } = await as(VISITOR, (tx, who) => appointmentFor(tx, who, { token }));
	return { token, id: row.id };
}
const join = (key: { token: string } | { id: string }, who: Actor = VISITOR) =>
	as(who, (tx, actor) => joinByLink(tx, actor, { key, halfDays: ['2-pm'] }));
const accept = (token: string) => as(VISITOR, (tx, who) => acceptOffer(tx, who, { token }));
const answer = (who: Actor, entryId: string, said: 'accept' | 'decline') =>
	as(who, (tx, actor) => answerForPerson(tx, actor, { entryId, answer: said }));
const held = () => standing(EARLY, 'held');
const rowOf = async (id: string) =>
	(await as(TESTING, (tx) => tx.select().from(appointment).where(eq(appointment.id, id))))[0]!;
const told = (appointmentId: string, kind: string) =>
	as(TESTING, (tx) =>
		tx
			.select()
			.from(message)
			.where(and(eq(message.appointmentId, appointmentId), eq(message.kind, kind)))
	);

/** On the list, with a place kept for them. */
async function offered(contact?: VisitorContact) {
	const who = await visitor(contact);
	const entryId = await join({ token: who.token });
	expect(await offerFreedPlaces()).toBe(1);
	const [place] = await held();
	return { ...who, entryId, heldId: place!.id, offer: offerToken(place!.id) };
}

describe('somebody without a request', () => {
	test('is on the list by the link of their appointment, once, and is told of an earlier place by SMS', async () => {
		const { token, id } = await visitor();
		const entryId = await join({ token });
		expect(await join({ token })).toBe(entryId);
		expect(await offerFreedPlaces()).toBe(1);
		const [place] = await held();
		expect(place).toMatchObject({ applicationId: null, channel: 'on_site' });
		const [sms] = await told(place!.id, 'waiting-offer');
		expect(sms).toMatchObject({ channel: 'sms', recipient: lina().phone });
		expect(sms!.body).toContain(`/liste-attente/${offerToken(place!.id)}`);
		expect(sms!.body).not.toMatch(/Lina|Exemple/);
		const seen = await as(VISITOR, (tx) => offerFor(tx, offerToken(place!.id)));
		expect(seen).toMatchObject({ phase: 'open', current: { row: { id } } });
	});

	test('says yes: the appointment is moved with who comes and who booked it, once', async () => {
		const helper = { kind: 'association', name: 'Sami' } as const;
		const { id, offer, heldId } = await offered(lina({ helper }));
		const answers = await Promise.all([accept(offer), accept(offer)]);
		expect(new Set(answers.map(({ appointmentId }) => appointmentId))).toEqual(new Set([heldId]));
		expect((await rowOf(id)).state).toBe('moved');
		expect(await rowOf(heldId)).toMatchObject({
			state: 'booked',
			movedFromId: id,
			sequence: 1,
			helperName: 'Sami'
		});
		expect(await told(heldId, 'appointment-moved')).toHaveLength(1);
		const found = await as(await agentOf('opio'), (tx, who) => visitorAtCounter(tx, who, heldId));
		expect(found.contact).toMatchObject({ lastName: 'Exemple', phone: lina().phone });
		expect(await offerFreedPlaces()).toBe(0);
	});

	test('says no: what they have is untouched, and they are not asked again', async () => {
		const { id, offer } = await offered();
		await as(VISITOR, (tx, who) => declineOffer(tx, who, { token: offer }));
		expect((await rowOf(id)).state).toBe('booked');
		expect(await held()).toEqual([]);
		expect(await offerFreedPlaces()).toBe(0);
	});

	test('moves the appointment they have, keeps the turn, and may still say yes', async () => {
		const { token, entryId, offer } = await offered();
		const later = start('10:00');
		const moved = await as(VISITOR, (tx, who) =>
			moveAppointment(tx, who, { token, counter: 'opio', startsAt: later })
		);
		expect(await join({ token: moved.token })).toBe(entryId);
		await accept(offer);
		expect(await standing(later, 'booked')).toEqual([]);
		expect(await standing(EARLY, 'booked')).toHaveLength(1);
	});

	test('moves it in the instant in which they say yes: one appointment is left', async () => {
		const { token, offer } = await offered();
		const move = as(VISITOR, (tx, who) =>
			moveAppointment(tx, who, { token, counter: 'opio', startsAt: start('10:30') })
		);
		await Promise.all([outcomeOf(move), outcomeOf(accept(offer))]);
		const [early, late, first] = await Promise.all(
			[EARLY, start('10:30'), start('09:00')].map((at) => standing(at, 'booked'))
		);
		expect([...early!, ...late!, ...first!]).toHaveLength(1);
	});

	test('cancels: the kept place is given back and nothing more is offered', async () => {
		const { token, offer } = await offered();
		await as(VISITOR, (tx, who) => cancelAppointment(tx, who, { token }));
		expect(await held()).toEqual([]);
		expect(await outcomeOf(accept(offer))).toBe('offer-over');
		expect(await offerFreedPlaces()).toBe(0);
	});

	test('whom the counter cancels still waits, and an accepted place is theirs', async () => {
		const { id, offer, heldId } = await offered();
		const head = await agentOf('opio', 'head');
		await as(head, (tx, who) => cancelByService(tx, who, { id, reason: 'counter-closed' }));
		const seen = await as(VISITOR, (tx) => offerFor(tx, offer));
		expect(seen).toMatchObject({ phase: 'open', current: null });
		await accept(offer);
		expect(await rowOf(heldId)).toMatchObject({ state: 'booked', movedFromId: null });
		expect(await told(heldId, 'appointment-booked')).toHaveLength(1);
	});

	test('leaves the list by the link, twice, and keeps the appointment', async () => {
		const { token, id } = await offered();
		for (let times = 0; times < 2; times += 1)
			await as(VISITOR, (tx, who) => leaveByLink(tx, who, { token }));
		expect(await held()).toEqual([]);
		expect((await rowOf(id)).state).toBe('booked');
		expect(await offerFreedPlaces()).toBe(0);
	});

	test('who came is off the list', async () => {
		const { token } = await visitor();
		await join({ token });
		setClock(start());
		await offerFreedPlaces();
		const open = await as(await agentOf('opio'), waitingList);
		expect(open).toEqual([]);
	});

	test('with a wrong link, or once the appointment is cancelled, is refused', async () => {
		const { token } = await visitor();
		await as(VISITOR, (tx, who) => cancelAppointment(tx, who, { token }));
		expect(await outcomeOf(join({ token }))).toBe('forbidden-transition');
		expect(await outcomeOf(join({ token: 'x'.repeat(32) }))).toBe('NotFound');
	});
});

describe('an agent', () => {
	test('sees visitors on the list, puts them there and takes them off; another counter’s does not', async () => {
		const { id } = await visitor();
		const [opio, other] = [await agentOf('opio'), await agentOf('antibes')];
		expect(await outcomeOf(join({ id }, other))).toBe('NotFound');
		const entryId = await join({ id }, opio);
		const [line] = await as(opio, waitingList);
		expect(line).toMatchObject({
			id: entryId,
			applicationId: null,
			appointmentId: id,
			lastName: 'Exemple',
			uniqueNumber: null,
			reception: null
		});
		expect(await as(other, waitingList)).toEqual([]);
		const off = (who: Actor) => as(who, (tx, actor) => takeOffList(tx, actor, { entryId }));
		expect(await outcomeOf(off(other))).toBe('NotFound');
		await off(opio);
		expect(await as(opio, waitingList)).toEqual([]);
	});

	test('writes down that a visitor accepts on the telephone: moved, told, and in the journal', async () => {
		const { id, entryId, heldId } = await offered();
		const [opio, other] = [await agentOf('opio'), await agentOf('antibes')];
		const [line] = await as(opio, waitingList);
		expect(line!.offeredStart).toEqual(EARLY);
		expect(await outcomeOf(answer(other, entryId, 'accept'))).toBe('NotFound');
		expect(await outcomeOf(answer(VISITOR, entryId, 'accept'))).toBe('NotFound');
		await answer(opio, entryId, 'accept');
		expect((await rowOf(id)).state).toBe('moved');
		expect(await told(heldId, 'appointment-moved')).toHaveLength(1);
		const journal = await as(TESTING, (tx) =>
			tx.select().from(auditEntry).where(eq(auditEntry.subjectId, entryId))
		);
		expect(journal.map(({ action }) => action)).toEqual(['accept-offer-for-person']);
		expect(await outcomeOf(answer(opio, entryId, 'decline'))).toBe('offer-over');
	});

	test('writes down a no until the place is no longer kept, that second excluded', async () => {
		const { entryId } = await offered();
		const opio = await agentOf('opio');
		setClock('2026-11-23T11:00:00+01:00');
		expect(await outcomeOf(answer(opio, entryId, 'accept'))).toBe('offer-over');
		setClock('2026-11-23T10:59:59+01:00');
		await answer(opio, entryId, 'decline');
		expect(await held()).toEqual([]);
	});

	test('moves a visitor’s appointment, and looks at it with a line in the journal; nobody else does', async () => {
		const { id } = await visitor();
		const [opio, other] = [await agentOf('opio'), await agentOf('antibes')];
		const to = { appointmentId: id, counter: 'opio', startsAt: start('11:00') };
		const look = (who: Actor, which = id) =>
			as(who, (tx, actor) => visitorAtCounter(tx, actor, which));
		for (const stranger of [other, VISITOR, await newApplicant()]) {
			expect(await outcomeOf(as(stranger, (tx, who) => moveVisitor(tx, who, to)))).toBe('NotFound');
			expect(await outcomeOf(look(stranger))).toBe('NotFound');
		}
		const { appointmentId } = await as(opio, (tx, who) => moveVisitor(tx, who, to));
		expect((await look(opio)).view.row.id).toBe(appointmentId);
		const journal = await as(TESTING, (tx) =>
			tx.select().from(auditEntry).where(eq(auditEntry.subjectId, appointmentId))
		);
		expect(journal.map(({ action }) => action).sort()).toEqual([
			'move-appointment',
			'view-visitor'
		]);
	});
});

test('a visitor who chose to be called leaves a number, else nobody can call', async () => {
	await hold();
	await as(TESTING, (tx) =>
		tx
			.update(appointment)
			.set({ channel: 'telephone' })
			.where(and(eq(appointment.startsAt, start()), eq(appointment.state, 'held')))
	);
	const mail = lina({ phone: null, email: 'lina@exemple.test' });
	expect((await leave(mail)).kind).toBe('phone-missing');
	expect((await leave(lina({ email: 'lina@exemple.test' }), browser())).kind).toBe('code-sent');
	expect(await lastCode('lina@exemple.test')).toMatch(/^\d{6}$/);
});
