import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { VISITOR } from '../../src/lib/domain/accounts/actor.ts';
import { activateAccount } from '../../src/lib/server/accounts/activate-account.ts';
import { attemptSpending, SIGNING_IN } from '../../src/lib/server/accounts/attempt.ts';
import {
	checkActivationCode,
	spendCodeTry
} from '../../src/lib/server/accounts/check-activation-code.ts';
import { issueActivationCode } from '../../src/lib/server/accounts/issue-activation-code.ts';
import { useSession } from '../../src/lib/server/accounts/lucia.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { activationCode, applicantAccount } from '../../src/lib/server/db/schema/accounts.ts';
import { unitOfWork } from '../../src/lib/server/db/unit-of-work.ts';
import { CODE, newApplication, newLetter, PASSWORD, TESTING } from '../support/accounts.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

const MORNING = Temporal.Instant.from('2026-11-23T09:00:00+01:00');
const WRONG = '0000000000000000';
let database: TestDatabase;
let sources = 0;

beforeAll(async () => {
	database = await testDatabase();
});
beforeEach(() => setClock(MORNING));
afterAll(() => database.drop());

/** Every person from an address of their own, so that only their account slows them down. */
function typeCode(number: string, code: string, source = `203.0.113.${++sources}`) {
	return attemptSpending(
		{ door: 'code', account: number, source },
		(tx) => spendCodeTry(tx, number),
		(tx, spent) => checkActivationCode(tx, SIGNING_IN, { code, spent })
	);
}

async function rightCode(number: string): Promise<string> {
	const answer = await typeCode(number, CODE);
	if (answer.kind !== 'accepted') throw new Error(`the code was ${answer.kind}`);
	return answer.value.token;
}

const choose = (token: string, password = PASSWORD) =>
	unitOfWork(SIGNING_IN, (tx) =>
		activateAccount(tx, SIGNING_IN, { token, password, locale: 'ar', previousSecret: null })
	);

async function failTimes(number: string, times: number): Promise<void> {
	for (let done = 0; done < times; done++) await typeCode(number, WRONG);
}

test('an applicant with the letter chooses a password and is signed in', async () => {
	const { applicationId, number } = await newLetter();
	const { sessionSecret } = await choose(await rightCode(number));
	const owner = await useSession(sessionSecret);
	expect(owner).toMatchObject({ kind: 'applicant', applicationId, firstName: 'Maria' });
	const [account] = await unitOfWork(TESTING, (tx) =>
		tx.select().from(applicantAccount).where(eq(applicantAccount.applicationId, applicationId))
	);
	expect(account?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
	expect(account).toMatchObject({ locale: 'ar', activatedAt: MORNING });
});

test('a code serves once', async () => {
	const { number } = await newLetter();
	const token = await rightCode(number);
	const second = await rightCode(number);
	await choose(token);
	await expect(choose(token)).rejects.toMatchObject({ rule: 'activation-ended' });
	await expect(choose(second)).rejects.toMatchObject({ rule: 'activation-ended' });
	expect(await typeCode(number, CODE)).toEqual({ kind: 'refused' });
});

test('of two activations at the same moment one succeeds', async () => {
	const { number } = await newLetter();
	const [one, two] = [await rightCode(number), await rightCode(number)];
	const ends = await Promise.allSettled([choose(one), choose(two, 'quatre olives vertes')]);
	expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('unknown number, number without a code and wrong code get the same answer', async () => {
	const { number } = await newLetter();
	const { number: without } = await newApplication();
	expect(await typeCode(number, WRONG)).toEqual({ kind: 'refused' });
	expect(await typeCode(without, CODE)).toEqual({ kind: 'refused' });
	expect(await typeCode('006112699999906C03', CODE)).toEqual({ kind: 'refused' });
});

test('after five wrong tries the right code is refused too, however long one waits', async () => {
	const { number } = await newLetter();
	await failTimes(number, 5);
	setClock(MORNING.add({ hours: 25 }));
	expect(await typeCode(number, CODE)).toEqual({ kind: 'refused' });
});

test('the fifth try may be the right one', async () => {
	const { number } = await newLetter();
	await failTimes(number, 4);
	expect(await typeCode(number, CODE)).toMatchObject({ kind: 'accepted' });
});

test('twenty wrong tries at the same moment leave the code dead, not one try more', async () => {
	const { number } = await newLetter();
	const answers = await Promise.all(Array.from({ length: 20 }, () => typeCode(number, WRONG)));
	expect(answers.filter(({ kind }) => kind === 'refused')).toHaveLength(5);
	expect(answers.filter(({ kind }) => kind === 'wait')).toHaveLength(15);
});

test('coming back with the right code several times uses up no try', async () => {
	const { number } = await newLetter();
	for (let visit = 0; visit < 7; visit++) await rightCode(number);
	expect(await typeCode(number, CODE)).toMatchObject({ kind: 'accepted' });
});

test('a code is good for thirty days and not longer', async () => {
	const { number } = await newLetter();
	setClock(MORNING.add({ hours: 30 * 24 - 1 }));
	expect(await typeCode(number, CODE)).toMatchObject({ kind: 'accepted' });
	setClock(MORNING.add({ hours: 30 * 24 }));
	expect(await typeCode(number, CODE)).toEqual({ kind: 'refused' });
});

test('a quarter of an hour after the code, the password can no longer be chosen', async () => {
	const { number } = await newLetter();
	const token = await rightCode(number);
	setClock(MORNING.add({ minutes: 15 }));
	await expect(choose(token)).rejects.toMatchObject({ rule: 'activation-ended' });
});

test('a token that was altered is refused', async () => {
	const { number } = await newLetter();
	const [id, , signature] = (await rightCode(number)).split('.');
	const later = `${id}.${MORNING.add({ hours: 9 }).epochMilliseconds}.${signature}`;
	for (const token of [later, '', 'a.b.c', `${id}.${signature}`]) {
		await expect(choose(token)).rejects.toMatchObject({ rule: 'activation-ended' });
	}
});

test('a weak password is refused and leaves the code unused', async () => {
	const { number } = await newLetter();
	const token = await rightCode(number);
	await expect(choose(token, 'citrons')).rejects.toMatchObject({ rule: 'password-too-short' });
	await expect(choose(token, `${number} !`)).rejects.toMatchObject({ rule: 'password-own-number' });
	expect((await choose(token)).sessionSecret).toBeTruthy();
});

test('a new code cancels the one before, and ends the earlier sessions once it is used', async () => {
	const { applicationId, number } = await newLetter();
	const first = await choose(await rightCode(number));
	const issued = await unitOfWork(TESTING, (tx) =>
		issueActivationCode(tx, TESTING, { applicationId })
	);
	expect(issued.code).toMatch(/^\d{4} \d{4} \d{4} \d{4}$/);
	expect(await typeCode(number, CODE)).toEqual({ kind: 'refused' });
	const typed = await typeCode(number, issued.code.replaceAll(' ', ''));
	if (typed.kind !== 'accepted') throw new Error(typed.kind);
	await choose(typed.value.token, 'quatre olives vertes');
	expect(await useSession(first.sessionSecret)).toBeNull();
});

test('two codes issued at the same moment leave one that works', async () => {
	const { applicationId } = await newApplication();
	const issue = () =>
		unitOfWork(TESTING, (tx) => issueActivationCode(tx, TESTING, { applicationId }));
	const [one, two] = await Promise.all([issue(), issue()]);
	expect(one.code).not.toBe(two.code);
	const rows = await unitOfWork(TESTING, (tx) =>
		tx
			.select()
			.from(activationCode)
			.innerJoin(applicantAccount, eq(applicantAccount.id, activationCode.accountId))
			.where(eq(applicantAccount.applicationId, applicationId))
	);
	expect(rows.filter((row) => row.activation_code.cancelledAt === null)).toHaveLength(1);
	expect(JSON.stringify(rows)).not.toContain(one.code.replaceAll(' ', ''));
});

test('a visitor, an applicant and an agent of another territory can issue no code', async () => {
	const { applicationId } = await newApplication();
	const agent = {
		kind: 'agent',
		staffId: '-',
		name: 'Fictif',
		role: 'agent',
		counterIds: []
	} as const;
	const applicant = { kind: 'applicant', accountId: applicationId, applicationId } as const;
	const issue = (actor: typeof agent | typeof applicant | typeof VISITOR, code?: string) =>
		unitOfWork(TESTING, (tx) => issueActivationCode(tx, actor, { applicationId, code }));
	await expect(issue(VISITOR)).rejects.toMatchObject({ name: 'Refused' });
	await expect(issue(applicant)).rejects.toMatchObject({ name: 'Refused' });
	await expect(issue(agent)).rejects.toMatchObject({ name: 'NotFound' });
	await expect(issue(agent, CODE)).rejects.toMatchObject({ name: 'Refused' });
});
