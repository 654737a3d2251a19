import { expect, test } from '@playwright/test';
import { inArray } from 'drizzle-orm';
import { startSession } from '../../src/lib/server/accounts/lucia.ts';
import { cancelAppointment } from '../../src/lib/server/appointments/cancel-appointment.ts';
import { isoInParis } from '../../src/lib/server/appointments/iso-time.ts';
import { today } from '../../src/lib/server/clock.ts';
import { closeDatabase } from '../../src/lib/server/db/client.ts';
import { appointment } from '../../src/lib/server/db/schema/appointments.ts';
import { counterId, newApplicants, openOn, paris, as, TESTING } from '../support/booking.ts';

/** One desk in the reference data. */
const COUNTER = 'opio';
const MOTIVE = 'suivi';
const PEOPLE = 200;
const RUNS = 20;

test.afterAll(() => closeDatabase());

/** A Sunday: no weekly opening, so that the three times opened here are the only ones of the day. */
function quietDay(): string {
	const in20 = today().add({ days: 20 });
	return in20.add({ days: 7 - in20.dayOfWeek }).toString();
}

/** Sends one booking as a browser does, without its pictures. */
function post(
	base: string,
	secret: string,
	start: string
): Promise<{ status: number; location: string; body: string }> {
	const creneau = isoInParis(paris(start));
	return fetch(`${base}/rendez-vous?motif=${MOTIVE}&guichet=${COUNTER}`, {
		method: 'POST',
		redirect: 'manual',
		headers: { origin: base, cookie: `__Host-session=${secret}`, accept: 'text/html' },
		body: new URLSearchParams({ motif: MOTIVE, guichet: COUNTER, creneau })
	}).then(async (answer) => ({
		status: answer.status,
		location: answer.headers.get('location') ?? '',
		body: await answer.text()
	}));
}

test('200 applicants want the last 3 places of a counter: 3 get one, 197 are told and shown others, twenty times over', async ({
	baseURL
}) => {
	test.setTimeout(600_000);
	const people = await newApplicants(PEOPLE);
	const secrets = await Promise.all(
		people.map((who) => as(TESTING, (tx) => startSession(tx, `applicant:${who.accountId}`, null)))
	);
	const day = quietDay();
	await openOn(COUNTER, day, { from: '09:00', until: '10:30', motives: [MOTIVE] });
	const starts = ['09:00', '09:30', '10:00'].map((time) => `${day}T${time}`);
	const counter = await counterId(COUNTER);
	for (let run = 0; run < RUNS; run += 1) {
		const answers = await Promise.all(
			secrets.map((secret, index) => post(baseURL!, secret, starts[(index + run) % starts.length]!))
		);
		const won = answers.filter(({ status }) => status === 303);
		const refused = answers.filter(({ status }) => status === 409);
		expect([won.length, refused.length], `run ${run + 1}`).toEqual([3, PEOPLE - 3]);
		expect(won.every(({ location }) => /^\/rendez-vous\/[\w-]{32}$/.test(location))).toBe(true);
		// Nobody is sent away with nothing: the same page proposes other times, to be taken with one button.
		const proposing = refused.filter(({ body }) => body.includes('name="creneau" value="'));
		expect(proposing.length).toBe(PEOPLE - 3);
		const booked = await as(TESTING, (tx) =>
			tx
				.select()
				.from(appointment)
				.where(inArray(appointment.startsAt, starts.map(paris)))
				.then((rows) => rows.filter((row) => row.counterId === counter && row.state === 'booked'))
		);
		expect(new Set(booked.map(({ startsAt }) => startsAt.toString())).size).toBe(3);
		expect(booked).toHaveLength(3);
		for (const { id, applicationId } of booked) {
			const winner = people.find((who) => who.applicationId === applicationId)!;
			await as(winner, (tx, who) => cancelAppointment(tx, who, { id }));
		}
	}
});
