import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { VISITOR, type Agent } from '../../src/lib/domain/accounts/actor.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { application } from '../../src/lib/server/db/schema/applications.ts';
import { delayQueue, delayQueues } from '../../src/lib/server/delays/delay-queues.ts';
import { setSetting } from '../../src/lib/server/settings/set-setting.ts';
import { agentOf, as, newApplicant, outcomeOf, TESTING } from '../support/booking.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

/** The préfet's figure here, and a day on which thirty requests are past it. */
const MONTHS = 24;
const LATE = 30;

let db: TestDatabase;
let biot: Agent;
let head: Agent;

beforeAll(async () => {
	db = await testDatabase();
	setClock('2026-11-24T10:00:00+01:00');
	biot = await agentOf('biot');
	head = await agentOf('biot', 'head');
	const first = Temporal.PlainDate.from('2024-10-25');
	// From 25 October to 23 November 2024: late by one day to thirty. The 24th is on its last day, the 25th has one left.
	for (let day = 0; day < LATE + 2; day += 1) await filedOn(first.add({ days: day }));
	await filedOn(Temporal.PlainDate.from('2026-01-10'));
	await filedOn(first, '06152');
	await as(head, (tx, actor) =>
		setSetting(tx, actor, { key: 'abnormal_delay_months', value: MONTHS, confirmed: true })
	);
});
afterAll(() => db.drop());

async function filedOn(
	day: Temporal.PlainDate,
	commune = '06018',
	state: 'registered' | 'filed' = 'registered'
): Promise<void> {
	const { applicationId } = await newApplicant({ commune });
	await as(TESTING, (tx) =>
		tx
			.update(application)
			.set({ filedOn: day, validUntil: Temporal.PlainDate.from('2027-06-01'), state })
			.where(eq(application.id, applicationId))
	);
}

const pageOf = (page: number, agent = biot) =>
	as(agent, (tx, actor) => delayQueue(tx, actor, { kind: 'abnormal', page }));

describe('an agent whose communes have many requests past a delay', () => {
	test('reads how many there are, and the first of them, the oldest first', async () => {
		const queues = await as(biot, delayQueues);
		const abnormal = queues.find(({ kind }) => kind === 'abnormal')!;
		expect(abnormal).toMatchObject({ length: MONTHS, past: LATE, running: 2, more: true });
		expect(abnormal.lines).toHaveLength(25);
		expect(abnormal.lines[0]!.startedOn.toString()).toBe('2024-10-25');
	});

	test('turns the pages of the whole list: nobody twice, nobody left out', async () => {
		const [first, second, third] = [await pageOf(0), await pageOf(1), await pageOf(2)];
		expect(second).toMatchObject({ past: LATE, running: 2, more: false });
		const days = [...first.lines, ...second.lines].map(({ startedOn }) => startedOn.toString());
		expect(days).toHaveLength(LATE + 2);
		expect(days).toEqual([...new Set(days)].toSorted());
		expect(second.lines.slice(-3).map(({ phase, daysLeft }) => [phase, daysLeft])).toEqual([
			['past', -1],
			['running', 0],
			['running', 1]
		]);
		expect(third).toMatchObject({ lines: [], more: false });
	});

	test('sees the requests of their territory alone; the head of service sees all', async () => {
		expect((await pageOf(1, head)).past).toBe(LATE + 1);
		expect(await outcomeOf(as(VISITOR, delayQueues))).toBe('NotFound');
		const asked = { kind: 'abnormal', page: 0 } as const;
		const applicant = await newApplicant();
		expect(await outcomeOf(as(applicant, (tx, actor) => delayQueue(tx, actor, asked)))).toBe(
			'NotFound'
		);
	});
});

test('an attestation is late after a month of the calendar, in the count as in the line (L441-2-1)', async () => {
	await filedOn(Temporal.PlainDate.from('2027-02-01'), '06018', 'filed');
	const attestations = () =>
		as(biot, (tx, actor) => delayQueue(tx, actor, { kind: 'attestation', page: 0 }));
	setClock('2027-03-01T10:00:00+01:00');
	expect(await attestations()).toMatchObject({ past: 0, running: 1, lines: [{ daysLeft: 0 }] });
	setClock('2027-03-02T10:00:00+01:00');
	expect(await attestations()).toMatchObject({ past: 1, running: 0, lines: [{ daysLeft: -1 }] });
});
