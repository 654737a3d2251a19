import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor, Helper } from '../../src/lib/domain/accounts/actor.ts';
import { HELPER_ACTS, HELPER_RIGHTS, type HelperAct } from '../../src/lib/domain/helpers/rights.ts';
import { eventsOf } from '../../src/lib/server/applications/queries.ts';
import { myRequest } from '../../src/lib/server/applications/my-request.ts';
import { registeredFacts } from '../../src/lib/server/applications/registered-facts.ts';
import { bookAppointment } from '../../src/lib/server/appointments/book-appointment.ts';
import { cancelAppointment } from '../../src/lib/server/appointments/cancel-appointment.ts';
import { myAppointments } from '../../src/lib/server/appointments/queries.ts';
import { lockOwnRequest } from '../../src/lib/server/changes/access.ts';
import { now, setClock } from '../../src/lib/server/clock.ts';
import { readThread } from '../../src/lib/server/conversations/read-thread.ts';
import { sendMessage } from '../../src/lib/server/conversations/send-message.ts';
import type { Tx } from '../../src/lib/server/db/unit-of-work.ts';
import { openPage } from '../../src/lib/server/documents/open-page.ts';
import { papersOfRequest } from '../../src/lib/server/documents/queries.ts';
import { startDraft } from '../../src/lib/server/documents/start-draft.ts';
import type { Vault } from '../../src/lib/server/documents/vault.ts';
import { helpedRequest } from '../../src/lib/server/helpers/helped-request.ts';
import { holdMandate } from '../../src/lib/server/helpers/hold-mandate.ts';
import { nameHelper } from '../../src/lib/server/helpers/name-helper.ts';
import { actsUnder, papersSentBy } from '../../src/lib/server/helpers/queries.ts';
import { stopMandate } from '../../src/lib/server/helpers/stop-mandate.ts';
import { offerOf } from '../../src/lib/server/offers/queries.ts';
import { makeProof } from '../../src/lib/server/proofs/make-proof.ts';
import { lockRenewable } from '../../src/lib/server/renewals/access.ts';
import { requestScore } from '../../src/lib/server/score/request-score.ts';
import { as, MONDAY, newApplicant, openOn, outcomeOf, paris } from '../support/booking.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { newHelper } from '../support/helpers.ts';
import { makeHousehold, type Household } from '../support/papers/household.ts';
import { sendOne } from '../support/papers/sending.ts';
import { temporaryVault } from '../support/papers/vault.ts';

let db: TestDatabase;
let vault: Vault & { drop(): Promise<void> };
beforeAll(async () => {
	db = await testDatabase();
	vault = await temporaryVault();
	await openOn('antibes', '2026-12-03', { from: '09:00', until: '17:00' });
});
beforeEach(() => setClock(MONDAY));
afterAll(async () => {
	await vault.drop();
	await db.drop();
});

const VISIT = { motive: 'suivi', counter: 'antibes', startsAt: paris('2026-12-03T10:00') };

/** How each act is done: the use case itself, without the page around it. */
const DONE: Record<HelperAct, (home: Household, helper: Helper) => Promise<unknown>> = {
	'view-status': ({ applicationId }, helper) =>
		as(helper, (tx, actor) => helpedRequest(tx, actor, applicationId)),
	'view-appointments': (home, helper) => as(helper, (tx, actor) => seeVisit(tx, actor, home)),
	'book-appointment': (_, helper) => as(helper, (tx, actor) => bookAppointment(tx, actor, VISIT)),
	'cancel-appointment': (home, helper) => cancelVisit(home, helper),
	'view-papers': ({ applicationId }, helper) =>
		as(helper, (tx, actor) => papersOfRequest(tx, actor, applicationId)),
	'send-paper': (home, helper) => sendOne(vault, home, { as: helper }),
	'view-facts': ({ applicationId }, helper) =>
		as(helper, (tx, actor) => registeredFacts(tx, actor, applicationId)),
	'view-messages': ({ applicationId }, helper) =>
		as(helper, (tx, actor) => readThread(tx, actor, { applicationId, page: 0 })),
	'send-message': ({ applicationId }, helper) =>
		as(helper, (tx, actor) =>
			sendMessage(tx, actor, { applicationId, body: 'Bonjour', sendingId: randomUUID() })
		)
};
const ACTS = Object.keys(HELPER_ACTS) as HelperAct[];

/** Appointments that one may not see are simply not in the list. */
async function seeVisit(tx: Tx, actor: Actor, { applicant }: Household) {
	const booked = await as(applicant, (mine, who) => bookAppointment(mine, who, VISIT));
	const { upcoming } = await myAppointments(tx, actor, now());
	if (!upcoming.some(({ row }) => row.id === booked.appointmentId)) throw new Error('not seen');
}

async function cancelVisit({ applicant }: Household, helper: Helper) {
	const { appointmentId: id } = await as(applicant, (tx, who) => bookAppointment(tx, who, VISIT));
	await as(helper, (tx, actor) => cancelAppointment(tx, actor, { id }));
}

const tries = async (home: Household, helper: Helper) => {
	const done: HelperAct[] = [];
	for (const act of ACTS) {
		if ((await outcomeOf(DONE[act](home, helper))) === 'done') done.push(act);
		await freeAgain(home);
	}
	return done;
};

/** The one visit of these tests, given back for the next try. */
async function freeAgain({ applicant }: Household) {
	const { upcoming } = await as(applicant, (tx, who) => myAppointments(tx, who, now()));
	for (const { row } of upcoming)
		await as(applicant, (tx, who) => cancelAppointment(tx, who, { id: row.id }));
}

describe('a helper does what they were allowed, and nothing else', () => {
	test.each(HELPER_RIGHTS)('who was given “%s” alone', async (right) => {
		const home = await makeHousehold();
		const helper = await newHelper(home.applicant, [right]);
		expect(await tries(home, helper)).toEqual(ACTS.filter((act) => HELPER_ACTS[act] === right));
	});

	test('who helps somebody else finds nothing here, with every right', async () => {
		const home = await makeHousehold();
		const helper = await newHelper(await newApplicant());
		const strangers = ACTS.filter((act) => act !== 'book-appointment' && act !== 'send-paper');
		for (const act of strangers)
			expect(await outcomeOf(DONE[act](home, helper)), act).not.toBe('done');
		expect(await outcomeOf(DONE['send-paper'](home, helper))).not.toBe('done');
	});

	test('whatever was allowed, what is the person’s alone stays theirs', async () => {
		const home = await makeHousehold();
		const { applicationId } = home;
		const helper = await newHelper(home.applicant);
		const { paperId } = await sendOne(vault, home);
		const draft = { category: 'tax_notice_n2', personId: home.personId, sendingId: randomUUID() };
		const contact = { channel: 'email', address: 'autre@exemple.test' } as const;
		const closed: Record<string, (tx: Tx) => Promise<unknown>> = {
			'first screen': (tx) => myRequest(tx, helper, applicationId),
			'change of situation': (tx) => lockOwnRequest(tx, helper),
			renewal: (tx) => lockRenewable(tx, helper),
			score: (tx) => requestScore(tx, helper, applicationId),
			offer: (tx) => offerOf(tx, helper, applicationId),
			proof: (tx) => makeProof(tx, helper, { kind: 'ma-demande', applicationId, locale: 'fr' }),
			'page of a paper': (tx) => openPage(tx, helper, { paperId, number: 1 }),
			'draft of a paper': (tx) => startDraft(tx, helper, draft),
			'another helper': (tx) =>
				nameHelper(tx, helper, {
					kind: 'other',
					name: 'Autre',
					contact,
					rights: ['facts'],
					months: 12,
					locale: 'fr'
				})
		};
		for (const [what, work] of Object.entries(closed))
			expect(await outcomeOf(as(helper, work)), what).toMatch(/^(NotFound|Refused)$/);
	});
});

describe('nothing after the end', () => {
	test('dismissed: the helper that a session still remembers does nothing more', async () => {
		const home = await makeHousehold();
		const helper = await newHelper(home.applicant);
		const { id } = helper.mandate!;
		await as(home.applicant, (tx, actor) => stopMandate(tx, actor, { id }));
		for (const act of ACTS)
			expect(await outcomeOf(as(helper, (tx, actor) => holdMandate(tx, actor, { act }))), act).toBe(
				'NotFound'
			);
		const seen = (await tries(home, helper)).filter((act) => act !== 'book-appointment');
		expect(seen).toEqual([]);
	});

	test('at the very instant at which it ends', async () => {
		const home = await makeHousehold();
		const helper = await newHelper(home.applicant);
		const hold = () =>
			outcomeOf(as(helper, (tx, actor) => holdMandate(tx, actor, { act: 'view-status' })));
		setClock('2027-02-23T23:59:59.999+01:00');
		expect(await hold()).toBe('done');
		setClock('2027-02-24T00:00:00+01:00');
		expect(await hold()).toBe('NotFound');
		expect(await tries(home, helper)).toEqual([]);
	});

	test('what had begun when the applicant stopped it is finished, and the stop waits for it', async () => {
		const home = await makeHousehold();
		const helper = await newHelper(home.applicant);
		const { id } = helper.mandate!;
		const order: string[] = [];
		let stopping: Promise<unknown> = Promise.resolve();
		await as(helper, async (tx, actor) => {
			await holdMandate(tx, actor, { act: 'send-message' });
			stopping = as(home.applicant, (other, who) => stopMandate(other, who, { id })).then(() =>
				order.push('stopped')
			);
			await DONE['view-facts'](home, helper);
			order.push('finished');
		});
		await stopping;
		expect(order).toEqual(['finished', 'stopped']);
	});
});

test('everything they did carries their name and is read by the applicant', async () => {
	const home = await makeHousehold();
	const { applicant, applicationId } = home;
	const helper = await newHelper(applicant);
	await DONE['send-paper'](home, helper);
	await as(helper, async (tx, actor) => {
		await holdMandate(tx, actor, { act: 'send-message' });
		await sendMessage(tx, actor, { applicationId, body: 'Bonjour', sendingId: randomUUID() });
	});
	const [event] = await as(applicant, (tx) => eventsOf(tx, applicationId));
	expect(event).toMatchObject({ author: 'Nadia Cyprès', recordedBy: `helper:${helper.accountId}` });
	const thread = await as(applicant, (tx, who) => readThread(tx, who, { applicationId, page: 0 }));
	expect(thread.messages[0]).toMatchObject({ author: 'helper', authorName: 'Nadia Cyprès' });
	const acts = await as(applicant, (tx, who) => actsUnder(tx, who, [helper.mandate!.id]));
	expect(acts.map(({ action }) => action)).toEqual(['send-message', 'send-paper']);
	expect(await as(helper, (tx, who) => papersSentBy(tx, who, applicationId))).toHaveLength(1);
});
