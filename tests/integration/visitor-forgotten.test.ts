import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { purgeSessions } from '../../src/jobs/purge-sessions.ts';
import { VISITOR } from '../../src/lib/domain/accounts/actor.ts';
import { cancelAppointment } from '../../src/lib/server/appointments/cancel-appointment.ts';
import { appointmentFor } from '../../src/lib/server/appointments/queries.ts';
import { forgetPastVisits } from '../../src/lib/server/appointments/visitor-forget-past.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { appointment } from '../../src/lib/server/db/schema/appointments.ts';
import { visitorContact } from '../../src/lib/server/db/schema/booking.ts';
import { message } from '../../src/lib/server/db/schema/notifications.ts';
import { setSetting } from '../../src/lib/server/settings/set-setting.ts';
import { agentOf, as, outcomeOf, standing, TESTING } from '../support/booking.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { book, lina, nextDay, phone, sent, start } from '../support/visitor.ts';

let database: TestDatabase;

beforeAll(async () => {
	database = await testDatabase();
});
afterAll(async () => {
	setClock();
	await database.drop();
});
beforeEach(nextDay);

/** Somebody without a request who booked with the help of somebody else, and whose messages have left. */
async function visit() {
	const helper = { kind: 'association', name: 'Maison des familles' } as const;
	const { token } = (await book(lina({ helper }))) as { token: string };
	const [row] = await standing(start(), 'booked');
	await as(TESTING, (tx) =>
		tx.update(message).set({ state: 'sent' }).where(eq(message.recipient, phone()))
	);
	return { id: row!.id, token };
}

const forget = (months: number, minutes = 0) => {
	const end = start('09:00').toZonedDateTimeISO('Europe/Paris');
	setClock(end.add({ months, minutes }).toInstant());
	return as(TESTING, forgetPastVisits);
};

async function leftOf(id: string) {
	return as(TESTING, async (tx) => {
		const [row] = await tx.select().from(appointment).where(eq(appointment.id, id));
		const contacts = await tx.$count(visitorContact, eq(visitorContact.appointmentId, id));
		const written = await tx.select().from(message).where(eq(message.appointmentId, id));
		return { row, contacts, written };
	});
}

test('a visit a year ago says no more whose it was, and still counts as a visit', async () => {
	const { id, token } = await visit();
	expect(await forget(12)).toBe(0);
	expect((await leftOf(id)).contacts).toBe(1);
	expect((await sent(phone())).length).toBeGreaterThan(1);

	expect(await forget(12, 120)).toBe(1);
	const { row, contacts, written } = await leftOf(id);
	expect(contacts).toBe(0);
	expect(row).toMatchObject({
		state: 'booked',
		helperKind: null,
		helperName: null,
		linkHash: null
	});
	expect(JSON.stringify(written)).not.toMatch(/Exemple|Lina|\+336|Maison/);
	expect(await sent(phone())).toEqual([]);
	// The private link led to a name: it leads nowhere now.
	const byLink = as(VISITOR, (tx, who) => appointmentFor(tx, who, { token }));
	expect(await outcomeOf(byLink)).toBe('NotFound');
	expect(await forget(12, 240)).toBe(0);
});

test('the words of a cancellation go with it', async () => {
	const { id, token } = await visit();
	const reason = 'Lina est hospitalisée';
	await as(VISITOR, (tx, who) => cancelAppointment(tx, who, { token, reason }));
	expect((await leftOf(id)).row?.cancellationReason).toBe(reason);
	await forget(12, 120);
	expect((await leftOf(id)).row).toMatchObject({
		state: 'cancelled_by_applicant',
		cancellationReason: null
	});
});

test('the head of service sets how long, and the nightly job keeps to it', async () => {
	const { id } = await visit();
	const head = await agentOf('antibes', 'head');
	await as(head, (tx, who) =>
		setSetting(tx, who, {
			key: 'visitor_contact_months',
			value: 3,
			confirmed: true
		})
	);
	expect(await forget(3)).toBe(0);
	setClock(start('12:00').toZonedDateTimeISO('Europe/Paris').add({ months: 3 }).toInstant());
	await purgeSessions();
	expect((await leftOf(id)).contacts).toBe(0);
});

test('nobody but the software forgets a visit', async () => {
	await visit();
	expect(await outcomeOf(as(VISITOR, forgetPastVisits))).toBe('Refused');
	expect(await outcomeOf(as(await agentOf('antibes', 'head'), forgetPastVisits))).toBe('Refused');
});
