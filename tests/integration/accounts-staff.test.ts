import { eq } from 'drizzle-orm';
import { TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { VISITOR } from '../../src/lib/domain/accounts/actor.ts';
import { attempt, SIGNING_IN } from '../../src/lib/server/accounts/attempt.ts';
import { createStaffAccount } from '../../src/lib/server/accounts/create-staff-account.ts';
import { identify } from '../../src/lib/server/accounts/identify.ts';
import { signInStaff } from '../../src/lib/server/accounts/sign-in-staff.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { auditEntry } from '../../src/lib/server/db/schema/audit.ts';
import { staffAccount } from '../../src/lib/server/db/schema/accounts.ts';
import { counter } from '../../src/lib/server/db/schema/counters.ts';
import { unitOfWork } from '../../src/lib/server/db/unit-of-work.ts';
import { PASSWORD, someCounters, TESTING } from '../support/accounts.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

const MORNING = Temporal.Instant.from('2026-11-23T09:00:00+01:00');
const SECRET = 'JBSWY3DPEHPK3PXP';
let database: TestDatabase;
let sources = 0;

beforeAll(async () => {
	database = await testDatabase();
});
beforeEach(() => setClock(MORNING));
afterAll(() => database.drop());

let people = 0;
async function newAgent(role: 'agent' | 'head' = 'agent', counterIds: string[] = []) {
	const email = `agent${++people}@demo.test`;
	const input = {
		email,
		name: 'Agent fictif',
		role,
		counterIds,
		password: PASSWORD,
		totpSecret: SECRET
	};
	const { staffId } = await unitOfWork(TESTING, (tx) => createStaffAccount(tx, TESTING, input));
	return { email, staffId };
}

/** The code an authenticator app shows, `seconds` from nine o'clock. */
const shown = (seconds = 0, secret = SECRET) =>
	new TOTP({ secret }).generate({ timestamp: MORNING.add({ seconds }).epochMilliseconds });

function signIn(email: string, totp: string, password = PASSWORD) {
	return attempt({ door: 'staff', account: email, source: `192.0.2.${++sources}` }, (tx) =>
		signInStaff(tx, SIGNING_IN, { email, password, totp, previousSecret: null })
	);
}

async function actorAfter(answer: Awaited<ReturnType<typeof signIn>>) {
	if (answer.kind !== 'accepted') throw new Error(answer.kind);
	const { sessionSecret } = answer.value;
	return (await identify({ get: () => sessionSecret, delete: () => undefined })).actor;
}

test('an agent signs in with e-mail, password and code, and has her counters', async () => {
	const counterIds = await someCounters(2);
	const { email, staffId } = await newAgent('agent', counterIds);
	const actor = await actorAfter(await signIn(email, shown()));
	expect(actor).toEqual({
		kind: 'agent',
		staffId,
		name: 'Agent fictif',
		role: 'agent',
		readsSensitive: false,
		counterIds
	});
});

test('a head of service has every counter', async () => {
	const { email } = await newAgent('head');
	const actor = await actorAfter(await signIn(email, shown()));
	const all = await unitOfWork(TESTING, (tx) => tx.$count(counter));
	expect(actor).toMatchObject({ kind: 'agent', role: 'head' });
	expect(actor.kind === 'agent' && actor.counterIds.length).toBe(all);
});

test('unknown address, wrong password, wrong code and no code get the same answer', async () => {
	const { email } = await newAgent();
	const refused = { kind: 'refused' };
	expect(await signIn('nobody@demo.test', shown())).toEqual(refused);
	expect(await signIn(email, shown(), 'pas le bon mot')).toEqual(refused);
	expect(await signIn(email, shown(0, 'KRSXG5CTMVRXEZLU'))).toEqual(refused);
	expect(await signIn(email, '')).toEqual(refused);
});

test('a code serves once, even for two tries at the same moment', async () => {
	const { email } = await newAgent();
	const answers = await Promise.all([signIn(email, shown()), signIn(email, shown())]);
	expect(answers.map(({ kind }) => kind).sort()).toEqual(['accepted', 'refused']);
	expect(await signIn(email, shown())).toEqual({ kind: 'refused' });
	setClock(MORNING.add({ seconds: 30 }));
	expect(await signIn(email, shown(30))).toMatchObject({ kind: 'accepted' });
});

test('a code of the step before is refused once a later one was used', async () => {
	const { email } = await newAgent();
	expect(await signIn(email, shown())).toMatchObject({ kind: 'accepted' });
	expect(await signIn(email, shown(-30))).toEqual({ kind: 'refused' });
});

test.each([
	[-30, 'accepted'],
	[30, 'accepted'],
	[-60, 'refused'],
	[60, 'refused']
])('a code %d seconds off is %s', async (seconds, kind) => {
	const { email } = await newAgent();
	expect(await signIn(email, shown(seconds))).toMatchObject({ kind });
});

test('a wrong password does not use up the code', async () => {
	const { email } = await newAgent();
	await signIn(email, shown(), 'pas le bon mot');
	expect(await signIn(email, shown())).toMatchObject({ kind: 'accepted' });
});

test('an account that is closed opens no session and ends those it has', async () => {
	const { email, staffId } = await newAgent();
	const answer = await signIn(email, shown());
	await unitOfWork(TESTING, (tx) =>
		tx.update(staffAccount).set({ active: false }).where(eq(staffAccount.id, staffId))
	);
	expect(await actorAfter(answer)).toEqual(VISITOR);
	setClock(MORNING.add({ seconds: 30 }));
	expect(await signIn(email, shown(30))).toEqual({ kind: 'refused' });
});

test('ten wrong codes in a day close the door to the right one', async () => {
	const { email } = await newAgent();
	for (let hour = 0; hour < 10; hour++) {
		setClock(MORNING.add({ hours: hour }));
		await signIn(email, '000000', 'pas le bon mot');
	}
	expect(await signIn(email, shown(9 * 3600))).toMatchObject({ kind: 'wait' });
});

test('the secret of the codes is not readable in the database, nor good on another account', async () => {
	const [one, two] = [await newAgent(), await newAgent()];
	const rows = await unitOfWork(TESTING, (tx) => tx.select().from(staffAccount));
	const sealed = rows.find(({ id }) => id === one.staffId)?.totpSecret ?? new Uint8Array();
	expect(Buffer.from(sealed).toString('latin1')).not.toContain(SECRET);
	await unitOfWork(TESTING, (tx) =>
		tx.update(staffAccount).set({ totpSecret: sealed }).where(eq(staffAccount.id, two.staffId))
	);
	await expect(signIn(two.email, shown())).rejects.toThrow();
});

test('a sign-in of staff is in the journal', async () => {
	const { email, staffId } = await newAgent();
	await signIn(email, shown());
	const entries = await unitOfWork(TESTING, (tx) =>
		tx.select({ action: auditEntry.action }).from(auditEntry).where(eq(auditEntry.actorId, staffId))
	);
	expect(entries).toEqual([{ action: 'sign-in' }]);
});

test('only the software opens accounts of staff, one an address, with a password worth the name', async () => {
	const { email } = await newAgent();
	const input = {
		email,
		name: 'Fictif',
		role: 'head',
		counterIds: [],
		password: PASSWORD
	} as const;
	const create = (
		given: { email: string; password: string },
		actor = TESTING as typeof TESTING | typeof VISITOR
	) => unitOfWork(TESTING, (tx) => createStaffAccount(tx, actor, { ...input, ...given }));
	await expect(create(input, VISITOR)).rejects.toMatchObject({ name: 'Refused' });
	await expect(create({ ...input, email: ` ${email.toUpperCase()}` })).rejects.toMatchObject({
		rule: 'email-taken'
	});
	await expect(create({ email: 'new@demo.test', password: 'logement2026' })).rejects.toMatchObject({
		rule: 'password-too-common'
	});
	expect((await create({ email: 'new@demo.test', password: PASSWORD })).totpUri).toMatch(
		/^otpauth:\/\/totp\//
	);
});
