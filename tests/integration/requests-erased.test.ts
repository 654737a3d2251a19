import { afterAll, beforeAll, expect, test } from 'vitest';
import { and, eq } from 'drizzle-orm';
import { system, type Applicant } from '../../src/lib/domain/accounts/actor.ts';
import { eraseRequests } from '../../src/lib/server/applications/erase-requests.ts';
import { recordEvent } from '../../src/lib/server/applications/record-event.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { application } from '../../src/lib/server/db/schema/applications.ts';
import { auditEntry } from '../../src/lib/server/db/schema/audit.ts';
import { unitOfWork } from '../../src/lib/server/db/unit-of-work.ts';
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
import { happens } from '../support/offers.ts';
import { makeHousehold } from '../support/papers/household.ts';
import { book } from '../support/waiting.ts';

let db: TestDatabase;
beforeAll(async () => {
	db = await testDatabase();
});
afterAll(async () => {
	setClock();
	await db.drop();
});

const erase = (at: string) => {
	setClock(at);
	return as(system('empty-papers'), eraseRequests);
};

/** Somebody who gave up their request on 23 November 2026. */
async function struckOff(): Promise<Applicant> {
	setClock(MONDAY);
	const applicant = await newApplicant({ commune: '06004', email: 'partie@exemple.test' });
	await happens(applicant.applicationId, 'struck_off_renounced', '2026-11-23');
	return applicant;
}

const isKept = async ({ applicationId }: { applicationId: string }) =>
	(await as(TESTING, (tx) => tx.$count(application, eq(application.id, applicationId)))) === 1;

const journalOf = ({ applicationId }: Applicant) =>
	as(TESTING, (tx) =>
		tx
			.select({ action: auditEntry.action, by: auditEntry.actorKind })
			.from(auditEntry)
			.where(
				and(eq(auditEntry.applicationId, applicationId), eq(auditEntry.action, 'erase-request'))
			)
	);

test('a request goes a year after it was struck off, not a day before, and the journal says so', async () => {
	const [gone, live] = [await struckOff(), await newApplicant()];
	expect(await erase('2027-11-22T23:59:59+01:00')).toBe(0);
	expect(await isKept(gone)).toBe(true);
	expect(await erase('2027-11-23T00:00:00+01:00')).toBe(1);
	expect(await isKept(gone)).toBe(false);
	expect(await isKept(live)).toBe(true);
	expect(await journalOf(gone)).toEqual([{ action: 'erase-request', by: 'system' }]);
	expect(await erase('2027-11-23T01:00:00+01:00')).toBe(0);
});

test('a request that was reinstated stays, whenever that was', async () => {
	const [back, late] = [await struckOff(), await struckOff()];
	await happens(back.applicationId, 'reinstated', '2026-12-01');
	setClock('2027-11-23T09:00:00+01:00');
	// In the very moment in which the job looks: whoever reinstates has the request locked.
	await unitOfWork(TESTING, async (tx) => {
		await recordEvent(tx, TESTING, {
			applicationId: late.applicationId,
			kind: 'reinstated',
			occurredOn: Temporal.PlainDate.from('2027-11-23'),
			origin: 'official',
			author: 'SNE'
		});
		expect(await as(system('empty-papers'), eraseRequests)).toBe(0);
	});
	expect(await erase('2028-06-01T10:00:00+02:00')).toBe(0);
	expect([await isKept(back), await isKept(late)]).toEqual([true, true]);
});

test('nobody who is expected at a counter is erased before the visit is over', async () => {
	const gone = await struckOff();
	setClock('2027-11-22T09:00:00+01:00');
	await openOn('biot', '2027-11-25', { from: '09:00', until: '12:00' });
	await book(gone, '2027-11-25T09:00', 'biot');
	expect(await erase('2027-11-25T08:59:00+01:00')).toBe(0);
	expect(await isKept(gone)).toBe(true);
	expect(await erase('2027-11-25T12:00:00+01:00')).toBe(1);
	expect(await isKept(gone)).toBe(false);
});

test('two workers at once erase each request once', async () => {
	const people = [await struckOff(), await struckOff(), await struckOff()];
	setClock('2027-12-01T10:00:00+01:00');
	const work = () => as(system('empty-papers'), eraseRequests);
	const counts = await Promise.all([work(), work()]);
	expect(counts[0]! + counts[1]!).toBe(3);
	for (const person of people) expect(await journalOf(person)).toHaveLength(1);
});

test('neither the person nor an agent erases a request, and the database asks for itself', async () => {
	const gone = await struckOff();
	const { applicant } = await makeHousehold();
	setClock('2028-01-01T10:00:00+01:00');
	expect(await outcomeOf(as(gone, eraseRequests))).toBe('Refused');
	expect(await outcomeOf(as(await agentOf('antibes'), eraseRequests))).toBe('Refused');
	const directly = ({ applicationId }: Applicant, at: string) =>
		as(TESTING, async (tx) => {
			const asked = `select erase_application('${applicationId}', '${at}') as done`;
			return (await tx.execute<{ done: boolean }>(asked)).rows[0]?.done;
		});
	expect(await directly(applicant, '2040-01-01')).toBe(false);
	expect(await directly(gone, '2027-11-22 23:59:59+01')).toBe(false);
	expect(await directly(gone, '2027-11-23 00:00:00+01')).toBe(true);
	expect(await directly(gone, '2027-11-23 00:00:00+01')).toBe(false);
});
