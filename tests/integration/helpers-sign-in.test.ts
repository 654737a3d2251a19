import { randomUUID } from 'node:crypto';
import { and, desc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { purgeSessions } from '../../src/jobs/purge-sessions.ts';
import { confirmHelperCode } from '../../src/lib/server/accounts/confirm-helper-code.ts';
import { useSession } from '../../src/lib/server/accounts/lucia.ts';
import { signInHelper } from '../../src/lib/server/accounts/sign-in-helper.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { helperAccount } from '../../src/lib/server/db/schema/accounts.ts';
import { helperMandate } from '../../src/lib/server/db/schema/helpers.ts';
import { message } from '../../src/lib/server/db/schema/notifications.ts';
import { unitOfWork } from '../../src/lib/server/db/unit-of-work.ts';
import { eraseIdleHelpers } from '../../src/lib/server/helpers/erase-idle-helpers.ts';
import { helpersOf } from '../../src/lib/server/helpers/queries.ts';
import { resetPassword } from '../../src/lib/server/helpers/reset-password.ts';
import { signReset } from '../../src/lib/server/helpers/reset-token.ts';
import { stopMandate } from '../../src/lib/server/helpers/stop-mandate.ts';
import { as, MONDAY, newApplicant, outcomeOf, TESTING } from '../support/booking.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { accept, HELPER_PASSWORD, invite, secretOf } from '../support/helpers.ts';

let db: TestDatabase;
beforeAll(async () => {
	db = await testDatabase();
});
beforeEach(() => setClock(MONDAY));
afterAll(() => db.drop());

/** A helper with an account, known by an address of their own. */
async function newAccount() {
	const contact = `nadia-${randomUUID()}@exemple.test`;
	const applicant = await newApplicant();
	const { mandateId } = await invite(applicant, {
		contact: { channel: 'email', address: contact }
	});
	await accept(await secretOf(mandateId));
	return { contact, applicant, mandateId };
}

const enter = (contact: string, device: string | null = null, password = HELPER_PASSWORD) =>
	as(TESTING, (tx, actor) =>
		signInHelper(tx, actor, { contact, password, device, previousSecret: null })
	);

/** The token of the first step, and the code of the last message. */
async function codeSent(contact: string) {
	const answer = await enter(contact);
	if (answer?.kind !== 'code-sent') throw new Error('no code was sent');
	const [last] = await codesTo(contact);
	return { token: answer.token, code: /\d{6}/.exec(last!.body)![0] };
}

const codesTo = (contact: string) =>
	unitOfWork(TESTING, (tx) =>
		tx
			.select()
			.from(message)
			.where(and(eq(message.recipient, contact), eq(message.kind, 'helper-code')))
			.orderBy(desc(message.createdAt), desc(message.id))
	);

const give = (token: string, code: string) =>
	as(TESTING, (tx, actor) => confirmHelperCode(tx, actor, { token, code, previousSecret: null }));

/** Six digits that are not these. */
const not = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

const accountAt = async (contact: string) => {
	const [found] = await unitOfWork(TESTING, (tx) =>
		tx.select().from(helperAccount).where(eq(helperAccount.contact, contact))
	);
	return found;
};

describe('a helper at a device that is not known', () => {
	test('opens nothing with the password alone: a code goes to their address', async () => {
		const { contact } = await newAccount();
		expect(await enter(contact, null, 'un tout autre secret')).toBeNull();
		expect(await codesTo(contact)).toEqual([]);
		const { token, code } = await codeSent(contact);
		expect(token).not.toContain(code);
		const [sent] = await codesTo(contact);
		expect(sent!.body).not.toMatch(/Nadia|Cyprès|Nour|Exemple/);
		const signedIn = await give(token, code);
		expect((await useSession(signedIn!.sessionSecret))?.kind).toBe('helper');
	});

	test('is let in once by a code, not after three wrong ones, nor after a quarter of an hour', async () => {
		const { contact } = await newAccount();
		const used = await codeSent(contact);
		expect(await give(used.token, used.code)).not.toBeNull();
		expect(await outcomeOf(give(used.token, used.code))).toBe('code-over');

		const tried = await codeSent(contact);
		for (let times = 0; times < 3; times++)
			expect(await give(tried.token, not(tried.code))).toBeNull();
		expect(await outcomeOf(give(tried.token, tried.code))).toBe('code-over');

		const late = await codeSent(contact);
		setClock('2026-11-23T09:15:00+01:00');
		expect(await outcomeOf(give(late.token, late.code))).toBe('code-over');
	});

	test('is not let in by a code of somebody else, nor without the first step', async () => {
		const [mine, theirs] = [await newAccount(), await newAccount()];
		const [own, other] = [await codeSent(mine.contact), await codeSent(theirs.contact)];
		if (own.code !== other.code) expect(await give(own.token, other.code)).toBeNull();
		const [id] = own.token.split('.');
		for (const forged of ['', `${id}.9999999999999.x`, `${own.token}x`])
			expect(await outcomeOf(give(forged, own.code))).toBe('code-over');
	});

	test('gets one code for two taps, and five in an hour', async () => {
		const { contact } = await newAccount();
		await Promise.all([enter(contact), enter(contact)]);
		expect(await codesTo(contact)).toHaveLength(1);
		for (const minute of [11, 12, 13, 14]) {
			setClock(`2026-11-23T09:${minute}:00+01:00`);
			await enter(contact);
		}
		setClock('2026-11-23T09:30:00+01:00');
		expect(await outcomeOf(enter(contact))).toBe('too-many-codes');
		setClock('2026-11-23T10:00:01+01:00');
		expect(await outcomeOf(enter(contact))).toBe('done');
	});

	test('of two guesses at the same moment each costs a try', async () => {
		const { contact } = await newAccount();
		const { token, code } = await codeSent(contact);
		await Promise.all([1, 2, 3].map(() => give(token, not(code))));
		expect((await accountAt(contact))?.codeTries).toBe(3);
	});
});

describe('a device that a helper called their own', () => {
	test('is not asked for a code for thirty days; the password always is', async () => {
		const { contact } = await newAccount();
		const { token, code } = await codeSent(contact);
		const { device } = (await give(token, code))!;
		expect((await enter(contact, device))?.kind).toBe('signed-in');
		expect(await enter(contact, device, 'un tout autre secret')).toBeNull();
		setClock('2026-12-23T09:00:01+01:00');
		expect((await enter(contact, device))?.kind).toBe('code-sent');
	});

	test('is a stranger’s to another account, and to its own once the password has changed', async () => {
		const [mine, theirs] = [await newAccount(), await newAccount()];
		const { token, code } = await codeSent(mine.contact);
		const { device } = (await give(token, code))!;
		expect((await enter(theirs.contact, device))?.kind).toBe('code-sent');
		const account = (await accountAt(mine.contact))!;
		await as(TESTING, (tx, actor) =>
			resetPassword(tx, actor, {
				token: signReset(account.id, account.passwordHash),
				password: 'cinq grenades ouvertes',
				previousSecret: null
			})
		);
		expect((await enter(mine.contact, device, 'cinq grenades ouvertes'))?.kind).toBe('code-sent');
	});
});

describe('a helper who helps nobody any more', () => {
	const lineOf = async (mandateId: string) => {
		const [found] = await unitOfWork(TESTING, (tx) =>
			tx.select().from(helperMandate).where(eq(helperMandate.id, mandateId))
		);
		return found!;
	};

	test('is forgotten a year after: account, sessions and address; what they may have done stays', async () => {
		const { contact, applicant, mandateId } = await newAccount();
		const { token, code } = await codeSent(contact);
		await give(token, code);
		await as(applicant, (tx, actor) => stopMandate(tx, actor, { id: mandateId }));
		setClock('2027-11-23T08:59:59+01:00');
		await purgeSessions();
		expect(await accountAt(contact)).toBeDefined();
		setClock('2027-11-23T09:00:00+01:00');
		await purgeSessions();
		expect(await accountAt(contact)).toBeUndefined();
		expect(await lineOf(mandateId)).toMatchObject({ contact: '', accountId: null });
		const [line] = await as(applicant, helpersOf);
		expect(line).toMatchObject({ name: 'Nadia Cyprès', state: 'stopped', calledThemselves: null });
	});

	test('keeps the account while one person is left, or has just invited them', async () => {
		const { contact, applicant, mandateId } = await newAccount();
		await as(applicant, (tx, actor) => stopMandate(tx, actor, { id: mandateId }));
		setClock('2027-11-22T09:00:00+01:00');
		await invite(await newApplicant(), { contact: { channel: 'email', address: contact } });
		setClock('2027-11-24T09:00:00+01:00');
		await purgeSessions();
		expect(await accountAt(contact)).toBeDefined();
		expect(await lineOf(mandateId)).toMatchObject({ contact: '', accountId: null });
	});

	test('and never accepted is forgotten too', async () => {
		const { mandateId } = await invite(await newApplicant());
		setClock('2027-12-08T09:00:00+01:00');
		await purgeSessions();
		expect((await lineOf(mandateId)).contact).toBe('');
	});

	test('is erased by nobody but the software', async () => {
		const applicant = await newApplicant();
		expect(await outcomeOf(as(applicant, eraseIdleHelpers))).toBe('Refused');
	});
});
