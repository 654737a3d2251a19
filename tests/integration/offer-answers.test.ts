import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closeOffers } from '../../src/jobs/close-offers.ts';
import { VISITOR, type Actor, type Applicant } from '../../src/lib/domain/accounts/actor.ts';
import type { OfferAnswer } from '../../src/lib/domain/applications/offer.ts';
import { applicationById, eventsOf } from '../../src/lib/server/applications/queries.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { answerOffer } from '../../src/lib/server/offers/answer-offer.ts';
import { closeUnansweredOffer } from '../../src/lib/server/offers/close-unanswered-offer.ts';
import { offerOf } from '../../src/lib/server/offers/queries.ts';
import { agentOf, as, newApplicant, outcomeOf, TESTING } from '../support/booking.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { newHelper } from '../support/helpers.ts';
import { happens, offered } from '../support/offers.ts';

const SENT = '2026-11-23';
const LAST = '2026-12-03';
let db: TestDatabase;

beforeAll(async () => {
	db = await testDatabase();
});
beforeEach(() => setClock('2026-11-24T09:00:00+01:00'));
afterAll(async () => {
	setClock();
	await db.drop();
});

const answers = (who: Actor, offerId: string, answer: OfferAnswer) =>
	outcomeOf(as(who, (tx) => answerOffer(tx, who, { offerId, answer })));
const stateOf = ({ applicationId }: Applicant) =>
	as(TESTING, async (tx) => (await applicationById(tx, TESTING, applicationId)).state);
const kindsOf = ({ applicationId }: Applicant) =>
	as(TESTING, async (tx) => (await eventsOf(tx, applicationId)).map(({ kind }) => kind));
const close = ({ applicationId }: Applicant) =>
	as(TESTING, (tx) => closeUnansweredOffer(tx, TESTING, { applicationId }));

describe('an applicant answers an offer from the phone', () => {
	test('once: the answer is a declaration of theirs, dated, and waits for the counter', async () => {
		const { applicant, offerId } = await offered(SENT, LAST);
		expect(await answers(applicant, offerId, 'accept')).toBe('done');
		expect(await stateOf(applicant)).toBe('offer_answered');
		const [event] = await as(applicant, (tx) => eventsOf(tx, applicant.applicationId));
		expect(event).toMatchObject({
			kind: 'offer_acceptance_declared',
			origin: 'declared',
			detail: { offerId }
		});
	});

	test('the same answer twice is one success; the other answer comes too late', async () => {
		const { applicant, offerId } = await offered(SENT, LAST);
		await answers(applicant, offerId, 'refuse');
		expect(await answers(applicant, offerId, 'refuse')).toBe('done');
		expect(await answers(applicant, offerId, 'accept')).toBe('already-answered');
		expect((await kindsOf(applicant)).filter((kind) => kind.endsWith('_declared'))).toEqual([
			'offer_refusal_declared'
		]);
	});

	test('yes in one tab and no in another, at the same moment: one of them counts', async () => {
		for (let round = 0; round < 5; round += 1) {
			const { applicant, offerId } = await offered(SENT, LAST);
			const both = await Promise.all([
				answers(applicant, offerId, 'accept'),
				answers(applicant, offerId, 'refuse')
			]);
			expect(both.sort()).toEqual(['already-answered', 'done']);
			expect((await kindsOf(applicant)).filter((kind) => kind.endsWith('_declared'))).toHaveLength(
				1
			);
		}
	});

	test('ten taps at the same moment are one answer', async () => {
		const { applicant, offerId } = await offered(SENT, LAST);
		const taps = Array.from({ length: 10 }, () => answers(applicant, offerId, 'accept'));
		expect(new Set(await Promise.all(taps))).toEqual(new Set(['done']));
		expect(
			(await kindsOf(applicant)).filter((kind) => kind === 'offer_acceptance_declared')
		).toHaveLength(1);
	});

	test.each([
		['the last second of the last day', '2026-12-03T23:59:59+01:00', 'done'],
		['midnight', '2026-12-04T00:00:00+01:00', 'offer-over'],
		['the morning after', '2026-12-04T09:00:00+01:00', 'offer-over']
	])('at %s: %s → %s', async (_, at, outcome) => {
		const { applicant, offerId } = await offered(SENT, LAST);
		setClock(at);
		expect(await answers(applicant, offerId, 'accept')).toBe(outcome);
	});

	test('a tab left open on an older offer answers nothing', async () => {
		const { applicant, offerId: older } = await offered(SENT, LAST);
		await happens(applicant.applicationId, 'offer_refused', SENT);
		const { offerId } = await offered(SENT, LAST, applicant);
		expect(await answers(applicant, older, 'accept')).toBe('offer-over');
		expect(await answers(applicant, offerId, 'accept')).toBe('done');
	});

	test('an offer that the landlord withdrew can no longer be answered', async () => {
		const { applicant, offerId } = await offered(SENT, LAST);
		await happens(applicant.applicationId, 'offer_withdrawn', SENT, {
			motive: 'Le logement a brûlé.'
		});
		expect(await answers(applicant, offerId, 'accept')).toBe('offer-over');
	});
});

describe('nobody else answers', () => {
	test('a stranger, with the very number of the offer, finds nothing', async () => {
		const { applicant, offerId } = await offered(SENT, LAST);
		expect(await answers(await newApplicant(), offerId, 'accept')).toBe('NotFound');
		expect(await stateOf(applicant)).toBe('offer_sent');
	});

	test('an agent, a helper and a visitor are refused', async () => {
		const { applicant, offerId } = await offered(SENT, LAST);
		const helper = await newHelper(applicant);
		for (const who of [await agentOf('antibes', 'head'), helper, VISITOR])
			expect(await answers(who, offerId, 'refuse')).toBe('Refused');
		expect(await stateOf(applicant)).toBe('offer_sent');
	});

	test('a stranger sees no offer but their own', async () => {
		const { applicant } = await offered(SENT, LAST);
		const stranger = await newApplicant();
		const look = as(stranger, (tx) => offerOf(tx, stranger, applicant.applicationId));
		expect(await outcomeOf(look)).toBe('NotFound');
		expect(await as(stranger, (tx) => offerOf(tx, stranger, stranger.applicationId))).toBeNull();
	});
});

describe('silence is a refusal', () => {
	test('written down after the last day and not on it, once', async () => {
		const { applicant } = await offered(SENT, LAST);
		setClock('2026-12-03T23:59:59+01:00');
		expect(await close(applicant)).toBe(false);
		setClock('2026-12-04T00:00:00+01:00');
		const tries = await Promise.all([close(applicant), close(applicant), close(applicant)]);
		expect(tries.filter(Boolean)).toHaveLength(1);
		expect(await stateOf(applicant)).toBe('offer_unanswered');
		const [event] = await as(applicant, (tx) => eventsOf(tx, applicant.applicationId));
		expect(event).toMatchObject({ kind: 'offer_unanswered', origin: 'counter' });
		expect(event!.occurredOn.toString()).toBe(LAST);
	});

	test('is not written over an answer, whoever comes first at the last moment', async () => {
		const { applicant, offerId } = await offered(SENT, LAST);
		setClock('2026-12-03T23:59:59+01:00');
		expect(await answers(applicant, offerId, 'accept')).toBe('done');
		setClock('2026-12-04T00:00:00+01:00');
		expect(await close(applicant)).toBe(false);
		expect(await stateOf(applicant)).toBe('offer_answered');
	});

	test('an answer given straight to the landlord in time may still be recorded', async () => {
		const { applicant } = await offered(SENT, LAST);
		setClock('2026-12-05T09:00:00+01:00');
		await close(applicant);
		await happens(applicant.applicationId, 'offer_accepted', '2026-12-02');
		expect(await stateOf(applicant)).toBe('offer_accepted');
	});

	test('the job closes those whose days are over and leaves the others', async () => {
		const over = await offered(SENT, LAST);
		const open = await offered(SENT, '2026-12-10');
		const answered = await offered(SENT, LAST);
		await answers(answered.applicant, answered.offerId, 'refuse');
		setClock('2026-12-04T00:05:00+01:00');
		expect(await closeOffers()).toBeGreaterThan(0);
		expect(await stateOf(over.applicant)).toBe('offer_unanswered');
		expect(await stateOf(open.applicant)).toBe('offer_sent');
		expect(await stateOf(answered.applicant)).toBe('offer_answered');
		expect(await closeOffers()).toBe(0);
	});

	test('only the software counts days', async () => {
		const { applicant } = await offered(SENT, LAST);
		const { applicationId } = applicant;
		const trying = as(applicant, (tx) => closeUnansweredOffer(tx, applicant, { applicationId }));
		expect(await outcomeOf(trying)).toBe('Refused');
	});
});
