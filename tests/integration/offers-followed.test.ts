import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Agent, Applicant } from '../../src/lib/domain/accounts/actor.ts';
import { VISITOR } from '../../src/lib/domain/accounts/actor.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { delayQueues } from '../../src/lib/server/delays/delay-queues.ts';
import { message } from '../../src/lib/server/db/schema/notifications.ts';
import { answerOffer } from '../../src/lib/server/offers/answer-offer.ts';
import {
	countAnsweredOffers,
	offersToFollow
} from '../../src/lib/server/offers/offers-to-follow.ts';
import { remindOffers } from '../../src/jobs/remind-offers.ts';
import { agentOf, as, newApplicant, outcomeOf, TESTING } from '../support/booking.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { offered } from '../support/offers.ts';

const [SENT, LAST] = ['2026-11-20', '2026-12-03'];

let db: TestDatabase;
let antibes: Agent;
beforeAll(async () => {
	db = await testDatabase();
	antibes = await agentOf('antibes');
});
afterAll(() => db.drop());

const inAntibes = () => newApplicant({ email: 'personne@exemple.test', commune: '06004' });

const remindersOf = ({ applicationId }: Applicant) =>
	as(TESTING, (tx) =>
		tx.select().from(message).where(eq(message.applicationId, applicationId))
	).then((rows) => rows.filter(({ kind }) => kind === 'offer-reminder'));

describe('an agent follows the offers of their territory', () => {
	test('answers to pass on apart from those still open, the nearest last day first', async () => {
		setClock('2026-11-24T10:00:00+01:00');
		const far = await offered(SENT, LAST, await inAntibes());
		const near = await offered(SENT, '2026-12-01', await inAntibes());
		const answered = await offered(SENT, LAST, await inAntibes());
		await offered(SENT, LAST, await newApplicant({ commune: '06152' }));
		await as(answered.applicant, (tx, who) =>
			answerOffer(tx, who, { offerId: answered.offerId, answer: 'accept' })
		);
		const { answered: to, open } = await as(antibes, offersToFollow);
		const ids = (rows: typeof open) => rows.map(({ applicationId }) => applicationId);
		expect(ids(to)).toEqual([answered.applicant.applicationId]);
		expect(to[0]?.offer.answer?.answer).toBe('accept');
		expect(ids(open)).toEqual([near.applicant.applicationId, far.applicant.applicationId]);
		expect(await as(antibes, countAnsweredOffers)).toBe(1);
	});

	test('nobody else does', async () => {
		for (const who of [await newApplicant(), VISITOR])
			expect(await outcomeOf(as(who, offersToFollow))).toBe('NotFound');
	});
});

describe('a person is reminded of an offer', () => {
	test('once, when three days are left, without a word of it', async () => {
		setClock('2026-11-29T10:00:00+01:00');
		const { applicant } = await offered(SENT, LAST, await inAntibes());
		await remindOffers();
		expect(await remindersOf(applicant)).toHaveLength(0);
		setClock('2026-11-30T10:00:00+01:00');
		await Promise.all([remindOffers(), remindOffers()]);
		await remindOffers();
		const sent = await remindersOf(applicant);
		expect(sent).toHaveLength(1);
		expect(sent[0]?.body).not.toMatch(/Lauriers|Bailleur|T3/);
	});

	test('not when they have answered, nor when it is too late', async () => {
		setClock('2026-12-01T10:00:00+01:00');
		const { applicant, offerId } = await offered(SENT, LAST, await inAntibes());
		await as(applicant, (tx, who) => answerOffer(tx, who, { offerId, answer: 'refuse' }));
		const late = await offered(SENT, LAST, await inAntibes());
		setClock('2026-12-04T10:00:00+01:00');
		await remindOffers();
		expect(await remindersOf(applicant)).toHaveLength(0);
		expect(await remindersOf(late.applicant)).toHaveLength(0);
	});
});

test('an agent sees each delay of the law with its figure; the préfet’s is unknown until somebody says it', async () => {
	setClock('2026-11-24T10:00:00+01:00');
	const queues = await as(antibes, delayQueues);
	expect(queues.map(({ kind }) => kind)).toEqual(['attestation', 'papers', 'abnormal']);
	expect(queues.find(({ kind }) => kind === 'abnormal')).toMatchObject({
		length: null,
		confirmed: false,
		past: 0
	});
	expect(await outcomeOf(as(VISITOR, delayQueues))).toBe('NotFound');
});
