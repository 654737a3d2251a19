import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { activateAccount } from '../../src/lib/server/accounts/activate-account.ts';
import { attempt, SIGNING_IN } from '../../src/lib/server/accounts/attempt.ts';
import {
	checkActivationCode,
	spendCodeTry
} from '../../src/lib/server/accounts/check-activation-code.ts';
import { deleteSignInTraces } from '../../src/lib/server/accounts/delete-sign-in-traces.ts';
import { signInApplicant } from '../../src/lib/server/accounts/sign-in-applicant.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { closeDatabase } from '../../src/lib/server/db/client.ts';
import { session, signInFailure } from '../../src/lib/server/db/schema/accounts.ts';
import { unitOfWork } from '../../src/lib/server/db/unit-of-work.ts';
import { CODE, newLetter, PASSWORD, TESTING } from '../support/accounts.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

const MORNING = Temporal.Instant.from('2026-11-23T09:00:00+01:00');
let database: TestDatabase;
let sources = 0;

beforeAll(async () => {
	database = await testDatabase();
});
beforeEach(() => setClock(MORNING));
afterAll(() => database.drop());

const nextSource = () => `198.51.100.${++sources}`;

function signIn(number: string, password: string, source = nextSource()) {
	return attempt({ door: 'password', account: number, source }, (tx) =>
		signInApplicant(tx, SIGNING_IN, { number, password, previousSecret: null })
	);
}

async function activated(): Promise<string> {
	const { number } = await newLetter();
	await unitOfWork(SIGNING_IN, async (tx) => {
		const spent = await spendCodeTry(tx, number);
		const checked = await checkActivationCode(tx, SIGNING_IN, { code: CODE, spent });
		if (!checked) throw new Error('the code was refused');
		const choice = { token: checked.token, password: PASSWORD, locale: 'fr', previousSecret: null };
		await activateAccount(tx, SIGNING_IN, choice);
	});
	return number;
}

async function failTimes(number: string, times: number): Promise<void> {
	for (let done = 0; done < times; done++) await signIn(number, 'pas le bon mot');
}

test('an applicant signs in with number and password', async () => {
	expect(await signIn(await activated(), PASSWORD)).toMatchObject({ kind: 'accepted' });
});

test('unknown number, wrong password and account not activated get the same answer', async () => {
	const refused = { kind: 'refused' };
	expect(await signIn('006112699999906C03', PASSWORD)).toEqual(refused);
	expect(await signIn(await activated(), 'pas le bon mot')).toEqual(refused);
	expect(await signIn((await newLetter()).number, PASSWORD)).toEqual(refused);
	expect(await signIn((await newLetter()).number, '')).toEqual(refused);
});

test('after five mistakes even the right password has to wait, then works', async () => {
	const number = await activated();
	await failTimes(number, 5);
	expect(await signIn(number, PASSWORD)).toEqual({ kind: 'wait', seconds: 30 });
	setClock(MORNING.add({ seconds: 30 }));
	expect(await signIn(number, PASSWORD)).toMatchObject({ kind: 'accepted' });
});

test('an unknown number is slowed down like a known one', async () => {
	await failTimes('006112688888806C03', 5);
	expect(await signIn('006112688888806C03', PASSWORD)).toEqual({ kind: 'wait', seconds: 30 });
});

test('ten mistakes within a day close the door until the oldest is a day old', async () => {
	const number = await activated();
	for (let hour = 0; hour < 10; hour++) {
		setClock(MORNING.add({ hours: hour }));
		await failTimes(number, 1);
	}
	expect(await signIn(number, PASSWORD)).toEqual({ kind: 'wait', seconds: 15 * 3600 });
	setClock(MORNING.add({ hours: 24 }));
	expect(await signIn(number, PASSWORD)).toMatchObject({ kind: 'accepted' });
});

test('mistakes are still known after the process has restarted', async () => {
	const number = await activated();
	await failTimes(number, 5);
	await closeDatabase();
	expect(await signIn(number, PASSWORD)).toMatchObject({ kind: 'wait' });
});

test('a mistake counts although its own transaction was lost', async () => {
	const number = await activated();
	for (let done = 0; done < 5; done++) {
		const broken = attempt(
			{ door: 'password', account: number, source: nextSource() },
			async () => {
				throw new Error('connection lost');
			}
		);
		await expect(broken).rejects.toThrow('connection lost');
	}
	expect(await signIn(number, PASSWORD)).toEqual({ kind: 'wait', seconds: 30 });
});

test('forty guesses at the same moment get five tries', async () => {
	const number = await activated();
	const answers = await Promise.all(
		Array.from({ length: 40 }, () => signIn(number, 'pas le bon mot'))
	);
	expect(answers.filter(({ kind }) => kind === 'refused')).toHaveLength(5);
	expect(answers.filter(({ kind }) => kind === 'wait')).toHaveLength(35);
});

test('a success takes the account’s mistakes back', async () => {
	const number = await activated();
	await failTimes(number, 4);
	await signIn(number, PASSWORD);
	await failTimes(number, 4);
	expect(await signIn(number, PASSWORD)).toMatchObject({ kind: 'accepted' });
});

test('one address trying many numbers is slowed down, and its neighbours are not', async () => {
	const source = '2001:db8:1:2::7';
	for (let guess = 0; guess < 20; guess++) {
		await signIn(`00611268${String(guess).padStart(5, '0')}06C03`, PASSWORD, source);
	}
	const number = await activated();
	expect(await signIn(number, PASSWORD, '2001:db8:1:2::8')).toMatchObject({ kind: 'wait' });
	expect(await signIn(number, PASSWORD, '2001:db8:1:3::8')).toMatchObject({ kind: 'accepted' });
});

test('neither numbers nor addresses are readable in the table of failures', async () => {
	const number = await activated();
	await signIn(number, 'pas le bon mot', '192.0.2.77');
	const rows = JSON.stringify(await unitOfWork(TESTING, (tx) => tx.select().from(signInFailure)));
	expect(rows).not.toContain(number);
	expect(rows).not.toContain('192.0.2.77');
});

test('traces older than a day are deleted by the software, and by nobody else', async () => {
	await signIn(await activated(), 'pas le bon mot');
	setClock(MORNING.add({ hours: 48 }));
	const applicant = { kind: 'applicant', accountId: '-', applicationId: '-' } as const;
	await expect(
		unitOfWork(TESTING, (tx) => deleteSignInTraces(tx, applicant))
	).rejects.toMatchObject({ name: 'Refused' });
	await unitOfWork(TESTING, (tx) => deleteSignInTraces(tx, TESTING));
	const left = await unitOfWork(TESTING, async (tx) => [
		await tx.$count(signInFailure),
		await tx.$count(session)
	]);
	expect(left).toEqual([0, 0]);
});
