import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { eq } from 'drizzle-orm';
import { VISITOR } from '../../src/lib/domain/accounts/actor.ts';
import { cancelAppointment } from '../../src/lib/server/appointments/cancel-appointment.ts';
import { moveAppointment } from '../../src/lib/server/appointments/move-appointment.ts';
import { appointmentFor } from '../../src/lib/server/appointments/queries.ts';
import { forgetUnfinishedVisits } from '../../src/lib/server/appointments/visitor-forget.ts';
import { releaseVisit } from '../../src/lib/server/appointments/visitor-release.ts';
import { renewCode } from '../../src/lib/server/appointments/visitor-renew-code.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { visitorContact } from '../../src/lib/server/db/schema/booking.ts';
import { as, outcomeOf, standing, TESTING } from '../support/booking.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import {
	book,
	browser,
	codes,
	confirm,
	hold,
	lastCode,
	later,
	leave,
	lina,
	network,
	otherThan,
	phone,
	sent,
	start,
	nextDay
} from '../support/visitor.ts';

let database: TestDatabase;

beforeAll(async () => {
	database = await testDatabase();
});
afterAll(async () => {
	setClock();
	await database.drop();
});
beforeEach(nextDay);

describe('a visitor', () => {
	test('holds a time, says who comes, types the code, and has an appointment and a message', async () => {
		const answer = await book();
		expect(answer.kind).toBe('booked');
		const [row] = await standing(start(), 'booked');
		expect(row).toMatchObject({ applicationId: null, channel: 'on_site', heldUntil: null });
		const kinds = (await sent(phone())).map(({ kind, channel }) => [kind, channel]);
		expect(kinds).toEqual([
			['visitor-code', 'sms'],
			['appointment-booked', 'sms']
		]);
		const view = await as(VISITOR, (tx, who) =>
			appointmentFor(tx, who, { token: (answer as { token: string }).token })
		);
		expect(view.row.id).toBe(row!.id);
	});

	test('confirming twice, also at the same moment, has one appointment', async () => {
		await hold();
		await leave();
		const code = await lastCode();
		const answers = await Promise.all([confirm(code), confirm(code), confirm(code)]);
		expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
		expect(answers[0]!.kind).toBe('booked');
		expect(await standing(start(), 'booked')).toHaveLength(1);
	});

	test('sending the contact form twice gets one code', async () => {
		await hold();
		await Promise.all([leave(), leave()]);
		expect(await codes(phone())).toHaveLength(1);
	});

	test('is written to by e-mail and in their language when they gave an address', async () => {
		const email = 'lina@exemple.test';
		await hold();
		await leave(lina({ email }), browser(), network(), 'ar');
		await confirm(await lastCode(email));
		const messages = await sent(email);
		expect(messages.map(({ locale, channel }) => [locale, channel])).toEqual([
			['ar', 'email'],
			['ar', 'email']
		]);
		expect(messages[1]!.attachment?.name).toBe('rendez-vous.ics');
		expect(await sent(phone())).toEqual([]);
	});

	test('types a wrong code twice, then the right one', async () => {
		await hold();
		await leave();
		const code = await lastCode();
		expect(await confirm(otherThan(code))).toEqual({ kind: 'wrong', triesLeft: 2 });
		expect(await confirm(otherThan(code))).toEqual({ kind: 'wrong', triesLeft: 1 });
		expect((await confirm(code)).kind).toBe('booked');
	});

	test('after three wrong codes the right one is dead, and a new one works', async () => {
		await hold();
		await leave();
		const first = await lastCode();
		for (let index = 0; index < 3; index += 1) await confirm(otherThan(first));
		expect(await confirm(first)).toEqual({ kind: 'dead' });
		const renew = { holder: browser(), source: network() };
		expect(await as(VISITOR, (tx, who) => renewCode(tx, who, renew))).toBe('code-sent');
		expect((await confirm(await lastCode())).kind).toBe('booked');
	});

	test('a code sent to one telephone is worth nothing for another', async () => {
		await hold();
		await leave();
		const code = await lastCode();
		await leave(lina({ phone: phone(2) }));
		const other = await lastCode(phone(2));
		if (other !== code) expect((await confirm(code)).kind).toBe('wrong');
		expect((await confirm(other)).kind).toBe('booked');
	});

	test('gets three codes an hour to one telephone, and again when the hour is over', async () => {
		await hold();
		await leave();
		const renew = () =>
			as(VISITOR, (tx, who) => renewCode(tx, who, { holder: browser(), source: network() }));
		expect([await renew(), await renew(), await renew()]).toEqual([
			'code-sent',
			'code-sent',
			'too-many-codes'
		]);
		// Another browser does not get round it.
		await hold(browser('b'), '10:00');
		expect((await leave(lina(), browser('b'))).kind).toBe('too-many-codes');
		later(61);
		await hold();
		expect((await leave()).kind).toBe('code-sent');
	});

	test('a source on the network gets twenty codes an hour, whatever the telephones', async () => {
		await hold();
		const kinds: string[] = [];
		for (let index = 1; index <= 21; index += 1)
			kinds.push((await leave(lina({ phone: phone(index) }))).kind);
		expect(kinds.slice(0, 20)).toEqual(Array(20).fill('code-sent'));
		expect(kinds[20]).toBe('too-many-codes');
		expect((await leave(lina({ phone: phone(22) }), browser(), network(2))).kind).toBe('code-sent');
	});

	test('a robot that throws its cookie away holds no more than forty times an hour', async () => {
		const outcomes: string[] = [];
		for (let index = 0; index < 42; index += 1) {
			const who = browser(`r${index}`);
			outcomes.push(await outcomeOf(hold(who)));
			await as(VISITOR, (tx, actor) => releaseVisit(tx, actor, who));
		}
		expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(40);
		expect(outcomes.slice(40)).toEqual(['too-many-choices', 'too-many-choices']);
		expect(await outcomeOf(hold(browser('b'), '09:00', network(2)))).toBe('done');
	});
});

describe('an appointment of a visitor', () => {
	test('is one a motive for a telephone: the second way leads to the first', async () => {
		const first = await book();
		await hold(browser('b'), '10:00');
		await leave(lina({ firstName: 'Autre' }), browser('b'));
		const second = await confirm(await lastCode(), browser('b'));
		expect(second).toEqual({ kind: 'already', token: (first as { token: string }).token });
		expect(await standing(start('10:00'), 'held', 'booked')).toEqual([]);
	});

	test('is not shown to somebody who only knows the telephone', async () => {
		await book();
		await hold(browser('b'), '10:00');
		expect((await leave(lina(), browser('b'))).kind).toBe('code-sent');
		expect((await confirm(otherThan(await lastCode()), browser('b'))).kind).toBe('wrong');
	});

	test('moves with its contact and its helper, is cancelled, and each is told', async () => {
		const helper = { kind: 'social_worker' as const, name: 'Sami, CCAS' };
		const booked = await book(lina({ helper }));
		const token = (booked as { token: string }).token;
		const moved = await as(VISITOR, (tx, who) =>
			moveAppointment(tx, who, { token, counter: 'opio', startsAt: start('10:00') })
		);
		const [row] = await standing(start('10:00'), 'booked');
		expect(row).toMatchObject({ helperKind: 'social_worker', helperName: 'Sami, CCAS' });
		await as(VISITOR, (tx, who) => cancelAppointment(tx, who, { token: moved.token }));
		expect((await sent(phone())).map(({ kind }) => kind)).toEqual([
			'visitor-code',
			'appointment-booked',
			'appointment-moved',
			'appointment-cancelled'
		]);
		expect((await book(lina(), browser('b'), '11:00')).kind).toBe('booked');
	});

	test('what was typed and never confirmed is deleted after a day, and nothing else', async () => {
		await book();
		await hold(browser('b'), '10:00');
		await leave(lina({ phone: phone(2) }), browser('b'));
		expect(await outcomeOf(as(VISITOR, (tx, who) => forgetUnfinishedVisits(tx, who)))).toBe(
			'Refused'
		);
		later(24 * 60 + 1);
		await as(TESTING, (tx, who) => forgetUnfinishedVisits(tx, who));
		const of = (number: string) =>
			as(TESTING, (tx) => tx.select().from(visitorContact).where(eq(visitorContact.phone, number)));
		expect(await of(phone(2))).toEqual([]);
		expect(await of(phone())).toHaveLength(1);
	});
});
