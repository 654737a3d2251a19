import { expect, test } from '@playwright/test';
import { eq } from 'drizzle-orm';
import { today } from '../../src/lib/server/clock.ts';
import { closeDatabase } from '../../src/lib/server/db/client.ts';
import { appointment } from '../../src/lib/server/db/schema/appointments.ts';
import { visitorContact } from '../../src/lib/server/db/schema/booking.ts';
import { desk } from '../../src/lib/server/db/schema/counters.ts';
import { as, counterId, paris, TESTING } from '../support/booking.ts';
import { readPdf } from '../support/read-pdf.ts';
import { HEAD, signInStaff } from '../support/sign-in.ts';

test.afterAll(() => closeDatabase());

/** Later than anybody of the other tests looks. */
const COUNTER = 'antenne-2';
const HOURS = ['09:00', '09:30', '10:00', '10:30', '11:00', '13:30', '14:30', '15:30'];

/** Both desks of a counter full from Monday to Friday: eighty visits. */
async function fullWeek(monday: Temporal.PlainDate): Promise<void> {
	const counter = await counterId(COUNTER);
	await as(TESTING, async (tx) => {
		const desks = await tx.select({ id: desk.id }).from(desk).where(eq(desk.counterId, counter));
		const places = desks.flatMap(({ id }) =>
			[0, 1, 2, 3, 4].flatMap((days) =>
				HOURS.map((hour) => ({ id, startsAt: paris(`${monday.add({ days }).toString()}T${hour}`) }))
			)
		);
		const rows = await tx
			.insert(appointment)
			.values(
				places.map(({ id, startsAt }) => ({
					counterId: counter,
					deskId: id,
					motiveCode: 'enregistrement',
					startsAt,
					endsAt: startsAt.add({ minutes: 30 }),
					occupiedFrom: startsAt,
					occupiedUntil: startsAt.add({ minutes: 30 }),
					state: 'booked' as const,
					createdAt: startsAt,
					updatedAt: startsAt,
					createdBy: 'system:test'
				}))
			)
			.returning({ id: appointment.id });
		await tx.insert(visitorContact).values(
			rows.map(({ id }, nth) => ({
				appointmentId: id,
				lastName: 'Micocoulier',
				firstName: `Bérengère ${'abcdefghij'.charAt(nth % 10)}`,
				birthDate: Temporal.PlainDate.from('1990-05-14'),
				locale: 'fr'
			}))
		);
	});
}

test('an agent prints a full week of two desks, and any day of it, each on one A4', async ({
	page,
	context
}) => {
	const monday = today().add({ days: 57 - today().dayOfWeek });
	await fullWeek(monday);
	await signInStaff(context, HEAD);
	for (const address of ['/agent/agenda', '/agent']) {
		await page.goto(`${address}?guichet=${COUNTER}&jour=${monday.toString()}`);
		await expect(page.getByText(/MICOCOULIER/).first()).toBeVisible();
		const { pages } = await readPdf(await page.pdf({ format: 'A4' }));
		expect(pages.length, address).toBe(1);
		expect(pages[0]!.match(/MICOCOULIER/g)).toHaveLength(address === '/agent' ? 16 : 80);
	}
});
