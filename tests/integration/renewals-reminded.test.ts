import { and, asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sendMessages } from '../../src/jobs/send-messages.ts';
import { sendRenewalReminders } from '../../src/jobs/send-renewal-reminders.ts';
import { recordEvent } from '../../src/lib/server/applications/record-event.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { applicantAccount } from '../../src/lib/server/db/schema/accounts.ts';
import { message } from '../../src/lib/server/db/schema/notifications.ts';
import { as, paris, TESTING } from '../support/booking.ts';
import { antibesAgent } from '../support/changes/counter.ts';
import { newFamily, type Family } from '../support/changes/family.ts';
import { answer, confirm, record } from '../support/changes/renewal.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { happened } from '../support/sne/import.ts';

let db: TestDatabase;
let family: Family;

beforeAll(async () => {
	db = await testDatabase();
});
beforeEach(async () => {
	// Filed on 14 September 2026: valid until 14 September 2027.
	setClock(paris('2027-07-01T10:00'));
	family = await newFamily();
});
afterAll(() => db.drop());

const at = async (moment: string) => {
	setClock(paris(moment));
	await sendRenewalReminders();
	await sendMessages();
};
const reminders = () =>
	as(TESTING, (tx) =>
		tx
			.select()
			.from(message)
			.where(
				and(
					eq(message.applicationId, family.applicationId),
					eq(message.kind, 'renewal-reminder'),
					eq(message.channel, 'email')
				)
			)
			.orderBy(asc(message.createdAt))
	);

describe('an applicant is reminded to renew', () => {
	test('at 60, 30, 15, 7 days and 1 day, once each, whatever the number of workers', async () => {
		const moments = ['07-16', '08-15', '08-30', '09-07', '09-13'];
		for (const [index, day] of moments.entries()) {
			setClock(paris(`2027-${day}T08:59`));
			await sendRenewalReminders();
			expect(await reminders()).toHaveLength(index);
			setClock(paris(`2027-${day}T09:00`));
			await Promise.all([1, 2, 3].map(() => sendRenewalReminders()));
			expect(await reminders()).toHaveLength(index + 1);
		}
		const [first] = await reminders();
		expect(first?.body).toContain('/espace/renouvellement');
		expect(first?.body).toMatch(/radiée.*R441-2-7/su);
		expect(first?.body).not.toMatch(/Élodie|Ferraro|0060926/);
	});

	test('in their language', async () => {
		await as(TESTING, (tx) =>
			tx
				.update(applicantAccount)
				.set({ locale: 'ar' })
				.where(eq(applicantAccount.applicationId, family.applicationId))
		);
		await at('2027-07-16T09:00');
		const [first] = await reminders();
		expect(first?.body).toContain('/ar/espace/renouvellement');
	});

	test('the first that has really left is written in the history as the legal notice, once', async () => {
		setClock(paris('2027-07-16T09:00'));
		await sendRenewalReminders();
		expect(await happened(family.applicationId)).toEqual(['registered 2026-09-14']);
		await sendMessages();
		await at('2027-07-16T09:15');
		await at('2027-08-15T09:00');
		expect(await happened(family.applicationId)).toEqual([
			'renewal_notice_sent 2027-07-16',
			'registered 2026-09-14'
		]);
	});

	test('by a job that comes very late: the notice leaves once, the rest waits for its day', async () => {
		await at('2027-08-10T11:00');
		await at('2027-08-10T11:15');
		expect(await reminders()).toHaveLength(1);
		expect(await happened(family.applicationId)).toContain('renewal_notice_sent 2027-08-10');
		await at('2027-08-15T09:00');
		expect(await reminders()).toHaveLength(2);
	});

	test('not once renewed, struck off, or over', async () => {
		await at('2027-07-16T09:00');
		await answer(family.applicant);
		const id = await confirm(family.applicant);
		await at('2027-08-15T09:00');
		expect(await reminders()).toHaveLength(1);
		await record(await antibesAgent(), id, '2027-08-15');
		await at('2027-09-13T09:00');
		expect(await reminders()).toHaveLength(1);
		family = await newFamily();
		await at('2027-09-15T09:00');
		expect(await reminders()).toHaveLength(0);
	});

	test('who has confirmed is told in the last week that the counter has not recorded it', async () => {
		await at('2027-07-16T09:00');
		await answer(family.applicant);
		await confirm(family.applicant);
		await at('2027-09-07T09:00');
		const [, second] = await reminders();
		expect(second?.subject).toContain('pas encore enregistré');
	});

	test('a reminder that waited while the request was struck off is dropped', async () => {
		setClock(paris('2027-07-16T09:00'));
		await sendRenewalReminders();
		await as(TESTING, (tx, actor) =>
			recordEvent(tx, actor, {
				applicationId: family.applicationId,
				kind: 'struck_off_housed',
				occurredOn: Temporal.PlainDate.from('2027-07-16'),
				origin: 'official',
				author: 'SNE'
			})
		);
		await sendMessages();
		expect((await reminders()).map(({ state }) => state)).toEqual(['dropped']);
	});
});
