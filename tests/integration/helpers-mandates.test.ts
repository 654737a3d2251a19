import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { VISITOR, type Actor, type Applicant } from '../../src/lib/domain/accounts/actor.ts';
import { HELPER_RIGHTS } from '../../src/lib/domain/helpers/rights.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { auditEntry } from '../../src/lib/server/db/schema/audit.ts';
import { helperMandate } from '../../src/lib/server/db/schema/helpers.ts';
import { message } from '../../src/lib/server/db/schema/notifications.ts';
import { unitOfWork } from '../../src/lib/server/db/unit-of-work.ts';
import { declineInvitation } from '../../src/lib/server/helpers/decline-invitation.ts';
import { findInvitation } from '../../src/lib/server/helpers/find-invitation.ts';
import {
	actsUnder,
	helpersOf,
	helpersSeenByCounter,
	peopleHelped
} from '../../src/lib/server/helpers/queries.ts';
import { resetPassword } from '../../src/lib/server/helpers/reset-password.ts';
import { sendResetLink } from '../../src/lib/server/helpers/send-reset-link.ts';
import { stopMandate } from '../../src/lib/server/helpers/stop-mandate.ts';
import { signInHelper } from '../../src/lib/server/accounts/sign-in-helper.ts';
import { as, MONDAY, newApplicant, outcomeOf, TESTING, agentOf } from '../support/booking.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import {
	accept,
	helperIn,
	HELPER_PASSWORD,
	invite,
	newHelper,
	secretOf
} from '../support/helpers.ts';

let db: TestDatabase;
beforeAll(async () => {
	db = await testDatabase();
});
beforeEach(() => setClock(MONDAY));
afterAll(() => db.drop());

const stateOf = async (applicant: Applicant, id: string) =>
	(await as(applicant, helpersOf)).find((mandate) => mandate.id === id)?.state;

const messagesTo = (recipient: string) =>
	unitOfWork(TESTING, (tx) => tx.select().from(message).where(eq(message.recipient, recipient)));

const auditOf = ({ applicationId }: Applicant) =>
	unitOfWork(TESTING, (tx) =>
		tx.select().from(auditEntry).where(eq(auditEntry.applicationId, applicationId))
	);

describe('an applicant names somebody', () => {
	test('who is invited by the one way given; both are told, and no message names anybody', async () => {
		const mine = `nour-${randomUUID()}@exemple.test`;
		const theirs = `nadia-${randomUUID()}@exemple.test`;
		const applicant = await newApplicant({ email: mine });
		const contact = { channel: 'email', address: theirs } as const;
		const { mandateId } = await invite(applicant, { contact });
		const [invited] = await messagesTo(theirs);
		const [told] = await messagesTo(mine);
		expect(invited).toMatchObject({ kind: 'helper-invited', channel: 'email', locale: 'fr' });
		expect(told).toMatchObject({ kind: 'helper-named' });
		for (const { subject, body } of [invited!, told!])
			expect(`${subject} ${body}`).not.toMatch(/Nour|Exemple|Nadia|Cyprès|0060126/);
		expect(await stateOf(applicant, mandateId)).toBe('invited');
		expect((await auditOf(applicant)).map(({ action }) => action)).toEqual(['name-helper']);
	});

	test('twice with the same tap: one invitation; with other rights: they stop the first before', async () => {
		const applicant = await newApplicant();
		const contact = { channel: 'sms', address: '+33639980001' } as const;
		const [first, second] = await Promise.all([
			invite(applicant, { contact }),
			invite(applicant, { contact })
		]);
		expect(second).toEqual(first);
		expect(await outcomeOf(invite(applicant, { contact, rights: ['status'] }))).toBe(
			'helper-named-already'
		);
	});

	test('no more than five at a time, and five invitations a day', async () => {
		const applicant = await newApplicant();
		const five: { mandateId: string }[] = [];
		for (let count = 0; count < 5; count++) five.push(await invite(applicant));
		expect(await outcomeOf(invite(applicant))).toBe('too-many-helpers');
		await as(applicant, (tx, actor) => stopMandate(tx, actor, { id: five[0]!.mandateId }));
		expect(await outcomeOf(invite(applicant))).toBe('too-many-invitations');
		setClock('2026-11-24T09:00:00+01:00');
		expect(await outcomeOf(invite(applicant))).toBe('done');
	});

	test('a helper, an agent and a visitor name nobody', async () => {
		const applicant = await newApplicant();
		const others: Actor[] = [await newHelper(applicant), await agentOf('antibes', 'head'), VISITOR];
		for (const who of others) expect(await outcomeOf(invite(who as Applicant))).toBe('NotFound');
	});
});

describe('an invitation', () => {
	test('says what is asked and not who asks, and ends after fourteen days', async () => {
		const { mandateId } = await invite(await newApplicant(), { rights: ['papers'] });
		const secret = await secretOf(mandateId);
		const found = await as(VISITOR, (tx, actor) => findInvitation(tx, actor, { secret }));
		expect(found).toMatchObject({ state: 'invited', rights: ['papers'], hasAccount: false });
		expect(JSON.stringify(found)).not.toMatch(/Nour|Exemple/);
		setClock('2026-12-07T09:00:00+01:00');
		expect(await outcomeOf(accept(secret))).toBe('invitation-over');
	});

	test('is accepted by who knows the person’s name, once; the applicant is told', async () => {
		const mine = `nour-${randomUUID()}@exemple.test`;
		const applicant = await newApplicant({ email: mine });
		const { mandateId } = await invite(applicant);
		const secret = await secretOf(mandateId);
		expect(await accept(secret, { family: 'Quelconque' })).toBeNull();
		expect(await stateOf(applicant, mandateId)).toBe('invited');
		expect(await accept(secret, { family: ' exemple ' })).not.toBeNull();
		expect(await stateOf(applicant, mandateId)).toBe('running');
		expect(await outcomeOf(accept(secret))).toBe('invitation-over');
		const kinds = (await messagesTo(mine)).map(({ kind }) => kind).sort();
		expect(kinds).toEqual(['helper-accepted', 'helper-named']);
	});

	test('opens no account to whoever does not know the person', async () => {
		const { mandateId } = await invite(await newApplicant());
		const secret = await secretOf(mandateId);
		await accept(secret, { family: 'Quelconque' });
		const found = await as(VISITOR, (tx, actor) => findInvitation(tx, actor, { secret }));
		expect(found.hasAccount).toBe(false);
	});

	test('of a second person is accepted with the password of the account, and no other', async () => {
		const contact = { channel: 'email', address: `nadia-${randomUUID()}@exemple.test` } as const;
		const first = await invite(await newApplicant(), { contact });
		await accept(await secretOf(first.mandateId));
		const second = await invite(await newApplicant(), { contact });
		const [, latest] = await messagesTo(contact.address);
		const secret = /invitation\/([\w-]+)/.exec(latest!.body)![1]!;
		expect(await accept(secret, { name: null, password: 'un tout autre secret' })).toBeNull();
		const signedIn = await accept(secret, { name: null });
		const helper = await helperIn(signedIn!.sessionSecret, second.mandateId);
		expect(await as(helper, peopleHelped)).toHaveLength(2);
	});

	test('can be declined, and withdrawn before it is accepted', async () => {
		const applicant = await newApplicant();
		const [declined, withdrawn] = [await invite(applicant), await invite(applicant)];
		const secret = await secretOf(declined.mandateId);
		await as(VISITOR, (tx, actor) => declineInvitation(tx, actor, { secret }));
		expect(await stateOf(applicant, declined.mandateId)).toBe('declined');
		const other = await secretOf(withdrawn.mandateId);
		await as(applicant, (tx, actor) => stopMandate(tx, actor, { id: withdrawn.mandateId }));
		for (const link of [secret, other])
			expect(await outcomeOf(accept(link))).toBe('invitation-over');
	});
});

describe('a helper’s own account', () => {
	test('is entered with its address and its password, never with anything of the person', async () => {
		const contact = { channel: 'sms', address: '+33639980077' } as const;
		const { mandateId } = await invite(await newApplicant(), { contact });
		await accept(await secretOf(mandateId));
		const enter = (password: string) =>
			as(TESTING, (tx, actor) =>
				signInHelper(tx, actor, {
					contact: contact.address,
					password,
					device: null,
					previousSecret: null
				})
			);
		expect(await enter('un tout autre secret')).toBeNull();
		expect(await enter(HELPER_PASSWORD)).not.toBeNull();
	});

	test('is found again by a link that works once, for an hour', async () => {
		const contact = { channel: 'email', address: `perdu-${randomUUID()}@exemple.test` } as const;
		const { mandateId } = await invite(await newApplicant(), { contact });
		await accept(await secretOf(mandateId));
		await as(TESTING, (tx, actor) =>
			sendResetLink(tx, actor, { contact: contact.address, locale: 'fr' })
		);
		const sent = (await messagesTo(contact.address)).find(({ kind }) => kind === 'helper-password');
		const token = /mot-de-passe\/([\w.-]+)/.exec(sent!.body)![1]!;
		const reset = (password: string) =>
			outcomeOf(
				as(TESTING, (tx, actor) =>
					resetPassword(tx, actor, { token, password, previousSecret: null })
				)
			);
		setClock('2026-11-23T09:59:59+01:00');
		expect(await reset('court')).toBe('password-too-short');
		expect(await reset('cinq grenades ouvertes')).toBe('done');
		expect(await reset('six olives vertes')).toBe('reset-over');
	});
});

describe('an applicant dismisses a helper', () => {
	test('at once: the session that was open a second ago helps nobody; both are told, once', async () => {
		const mine = `nour-${randomUUID()}@exemple.test`;
		const contact = { channel: 'email', address: `fini-${randomUUID()}@exemple.test` } as const;
		const applicant = await newApplicant({ email: mine });
		const { mandateId } = await invite(applicant, { contact });
		const signedIn = await accept(await secretOf(mandateId));
		const before = await helperIn(signedIn!.sessionSecret, mandateId);
		expect(before.mandate?.rights).toEqual([...HELPER_RIGHTS]);
		await Promise.all(
			[1, 2, 3].map(() => as(applicant, (tx, actor) => stopMandate(tx, actor, { id: mandateId })))
		);
		expect((await helperIn(signedIn!.sessionSecret, mandateId)).mandate).toBeNull();
		expect(await as(before, peopleHelped)).toEqual([]);
		const kinds = async (to: string) => (await messagesTo(to)).map(({ kind }) => kind);
		expect((await kinds(mine)).filter((kind) => kind === 'helper-stopped')).toHaveLength(1);
		expect(await kinds(contact.address)).toContain('helper-over');
	});

	test('a stranger dismisses nobody; a helper leaves by themselves', async () => {
		const applicant = await newApplicant();
		const helper = await newHelper(applicant);
		const { id } = helper.mandate!;
		const stranger = await newApplicant();
		const otherHelper = await newHelper(stranger);
		for (const who of [stranger, otherHelper])
			expect(await outcomeOf(as(who, (tx, actor) => stopMandate(tx, actor, { id })))).toBe(
				'NotFound'
			);
		await as(helper, (tx, actor) => stopMandate(tx, actor, { id }));
		const [line] = await as(applicant, helpersOf);
		expect(line).toMatchObject({ state: 'stopped', stoppedBy: 'helper' });
	});

	test('nobody widens what was granted: the database itself refuses', async () => {
		const helper = await newHelper(await newApplicant(), ['status']);
		const widened = unitOfWork(TESTING, (tx) =>
			tx
				.update(helperMandate)
				.set({ rights: ['facts'] })
				.where(eq(helperMandate.id, helper.mandate!.id))
		);
		expect(await outcomeOf(widened)).not.toBe('done');
	});
});

test('a stranger reads nothing of what a helper did', async () => {
	const applicant = await newApplicant();
	const helper = await newHelper(applicant);
	const stranger = await newApplicant();
	const ids = [helper.mandate!.id];
	expect(await as(stranger, (tx, actor) => actsUnder(tx, actor, ids))).toEqual([]);
	expect(await outcomeOf(as(helper, (tx, actor) => actsUnder(tx, actor, ids)))).toBe('NotFound');
	const entries = await unitOfWork(TESTING, (tx) =>
		tx
			.select()
			.from(auditEntry)
			.where(and(eq(auditEntry.actorKind, 'helper'), eq(auditEntry.actorId, helper.accountId)))
	);
	expect(entries.map(({ action }) => action)).toEqual(['accept-invitation']);
});

describe('the counter', () => {
	test('sees who helps, with which rights and until when, and never more', async () => {
		const applicant = await newApplicant();
		const helper = await newHelper(applicant, ['status', 'papers']);
		await invite(applicant);
		const seenBy = async (agent: Actor) =>
			as(agent, (tx, actor) => helpersSeenByCounter(tx, actor, applicant.applicationId));
		const seen = await seenBy(await agentOf('antibes', 'head'));
		expect(seen).toEqual([
			{
				id: helper.mandate!.id,
				kind: 'social_worker',
				name: 'Nadia Cyprès',
				calledThemselves: 'Nadia Cyprès',
				rights: ['status', 'papers'],
				endsAt: helper.mandate!.endsAt
			}
		]);
		await as(applicant, (tx, actor) => stopMandate(tx, actor, { id: helper.mandate!.id }));
		expect(await seenBy(await agentOf('antibes', 'head'))).toEqual([]);
	});

	test('of another commune, a stranger and the helper themselves are told nothing so', async () => {
		const applicant = await newApplicant();
		const others: Actor[] = [
			await agentOf('valbonne', 'agent'),
			await newApplicant(),
			await newHelper(applicant),
			VISITOR
		];
		for (const who of others) {
			const asked = as(who, (tx, actor) =>
				helpersSeenByCounter(tx, actor, applicant.applicationId)
			);
			expect(await outcomeOf(asked)).toBe('NotFound');
		}
	});
});
