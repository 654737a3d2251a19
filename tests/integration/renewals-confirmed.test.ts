import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { VISITOR, type Agent } from '../../src/lib/domain/accounts/actor.ts';
import { myRequest } from '../../src/lib/server/applications/my-request.ts';
import { recordEvent } from '../../src/lib/server/applications/record-event.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { sneOutbox } from '../../src/lib/server/db/schema/sne.ts';
import { confirmationsToEnter, countConfirmations } from '../../src/lib/server/renewals/queries.ts';
import { refuseRenewal } from '../../src/lib/server/renewals/refuse-renewal.ts';
import { as, outcomeOf, TESTING } from '../support/booking.ts';
import { antibesAgent } from '../support/changes/counter.ts';
import { declare, newFamily, type Family } from '../support/changes/family.ts';
import { ALL_SAME, answer, confirm, record, renewalOf } from '../support/changes/renewal.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { agentOf } from '../support/papers/household.ts';
import { happened, imports, laterFile, row } from '../support/sne/import.ts';

let db: TestDatabase;
let antibes: Agent;
let biot: Agent;
let family: Family;

beforeAll(async () => {
	db = await testDatabase();
	antibes = await antibesAgent();
	biot = await agentOf('biot');
});
beforeEach(async () => {
	// Filed on 14 September 2026: valid until 14 September 2027.
	setClock('2027-08-20T10:00:00+02:00');
	family = await newFamily();
});
afterAll(() => db.drop());

const outbox = () =>
	as(TESTING, async (tx) =>
		(
			await tx
				.select({ kind: sneOutbox.kind, state: sneOutbox.state })
				.from(sneOutbox)
				.where(eq(sneOutbox.applicationId, family.applicationId))
		).map(({ kind, state }) => `${kind} ${state}`)
	);
const confirmed = async () => {
	await answer(family.applicant);
	return confirm(family.applicant);
};

describe('an applicant renews', () => {
	test('every part answered, then one confirmation, however often it is tapped: it renews nothing by itself', async () => {
		expect(await outcomeOf(confirm(family.applicant))).toBe('renewal-unsettled');
		await answer(family.applicant);
		const ids = await Promise.all([1, 2, 3].map(() => confirm(family.applicant)));
		expect(new Set(ids).size).toBe(1);
		expect(await outbox()).toEqual(['renewal waiting']);
		expect((await row(family.applicationId)).validUntil.toString()).toBe('2027-09-14');
		expect(await happened(family.applicationId)).toEqual(['registered 2026-09-14']);
		expect((await renewalOf(family.applicant)).current?.state).toBe('confirmed');
		const mine = await as(family.applicant, (tx, who) => myRequest(tx, who, family.applicationId));
		expect(mine.next).not.toBe('renew');
		expect(await outcomeOf(answer(family.applicant))).toBe('renewal-confirmed');
	});

	test('declares what has changed before confirming, and keeps the other answers meanwhile', async () => {
		await answer(family.applicant, { ...ALL_SAME, work: 'changed' });
		expect(await outcomeOf(confirm(family.applicant))).toBe('renewal-unsettled');
		expect((await renewalOf(family.applicant)).unsettled).toEqual(['work']);
		const work = { depuis: '2027-08-01', contrat: 'CHO' };
		await declare(family.applicant, 'work', family.ids['Élodie']!, work);
		expect((await renewalOf(family.applicant)).unsettled).toEqual([]);
		expect(await outcomeOf(confirm(family.applicant))).toBe('done');
	});

	test('not before sixty days, not after the last day, and not once struck off', async () => {
		setClock('2027-07-15T10:00:00+02:00');
		expect(await outcomeOf(answer(family.applicant))).toBe('renewal-not-open');
		setClock('2027-07-16T00:30:00+02:00');
		expect(await outcomeOf(answer(family.applicant))).toBe('done');
		setClock('2027-09-14T23:59:00+02:00');
		expect(await outcomeOf(confirm(family.applicant))).toBe('done');
		const other = await newFamily();
		setClock('2027-09-15T00:01:00+02:00');
		expect(await outcomeOf(answer(other.applicant))).toBe('renewal-too-late');
		await as(TESTING, (tx, actor) =>
			recordEvent(tx, actor, {
				applicationId: other.applicationId,
				kind: 'struck_off_not_renewed',
				occurredOn: Temporal.PlainDate.from('2027-09-15'),
				origin: 'official',
				author: 'SNE'
			})
		);
		expect(await outcomeOf(answer(other.applicant))).toBe('renewal-not-live');
		expect((await renewalOf(other.applicant)).struckOff?.kind).toBe('struck_off_not_renewed');
		expect(await outcomeOf(answer(VISITOR))).toBe('NotFound');
	});
});

describe('the counter', () => {
	test('enters it in SNE: renewed, same number, same first date; twice is one', async () => {
		const id = await confirmed();
		const queue = await as(antibes, (tx, who) => confirmationsToEnter(tx, who, 0, 100));
		expect(queue.confirmations.map((line) => line.id)).toContain(id);
		const waiting = await as(antibes, (tx, who) => countConfirmations(tx, who));
		setClock('2027-08-25T10:00:00+02:00');
		await Promise.all([record(antibes, id, '2027-08-24'), record(antibes, id, '2027-08-24')]);
		expect(await as(antibes, (tx, who) => countConfirmations(tx, who))).toBe(waiting - 1);
		const request = await row(family.applicationId);
		expect([request.filedOn, request.renewedOn, request.validUntil].map(String)).toEqual([
			'2026-09-14',
			'2027-08-24',
			'2028-08-24'
		]);
		expect(await happened(family.applicationId)).toEqual([
			'renewed 2027-08-24',
			'registered 2026-09-14'
		]);
		expect(await outbox()).toEqual(['renewal done']);
	});

	test('is told of a wrong day, and finds nothing outside its territory', async () => {
		const id = await confirmed();
		expect(await outcomeOf(record(antibes, id, '2027-08-21'))).toBe('entered-in-future');
		expect(await outcomeOf(record(antibes, id, '2027-08-19'))).toBe('entered-before-asked');
		for (const who of [biot, family.applicant, VISITOR] as const)
			expect(await outcomeOf(record(who, id, '2027-08-20'))).toBe('NotFound');
	});

	test('says why it cannot; the applicant confirms again', async () => {
		const id = await confirmed();
		const refuse = (text: string) =>
			as(antibes, (tx, who) => refuseRenewal(tx, who, { id, answer: text }));
		expect(await outcomeOf(refuse(' '))).toBe('answer-missing');
		await refuse('Il manque un avis d’imposition.');
		expect(await outbox()).toEqual(['renewal failed']);
		expect(await outcomeOf(record(antibes, id, '2027-08-20'))).toBe('renewal-closed');
		expect((await renewalOf(family.applicant)).refused?.answer).toContain('avis');
		expect(await confirmed()).not.toBe(id);
	});

	test('has nothing left to enter once a file of the register says it', async () => {
		const id = await confirmed();
		setClock('2027-08-28T10:00:00+02:00');
		await imports(laterFile(family.xml, (text) => text, 'REN', '2027-08-27'));
		expect(await outbox()).toEqual(['renewal done']);
		expect(await outcomeOf(record(antibes, id, '2027-08-28'))).toBe('done');
		expect(await happened(family.applicationId)).toEqual([
			'renewed 2027-08-27',
			'registered 2026-09-14'
		]);
	});
});
