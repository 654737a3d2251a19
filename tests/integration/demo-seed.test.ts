import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq, sql } from 'drizzle-orm';
import { TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHARACTERS } from '../../drizzle/seed/demo/characters.ts';
import { seedDemo } from '../../drizzle/seed/demo.ts';
import { workingDayFrom } from '../../drizzle/seed/demo/visits.ts';
import { system } from '../../src/lib/domain/accounts/actor.ts';
import { REQUEST_STATES } from '../../src/lib/domain/applications/event-kinds.ts';
import { stateAfter } from '../../src/lib/domain/applications/states.ts';
import { validityOn } from '../../src/lib/domain/applications/validity.ts';
import { attempt, attemptSpending } from '../../src/lib/server/accounts/attempt.ts';
import {
	checkActivationCode,
	spendCodeTry
} from '../../src/lib/server/accounts/check-activation-code.ts';
import { identify } from '../../src/lib/server/accounts/identify.ts';
import { signInApplicant } from '../../src/lib/server/accounts/sign-in-applicant.ts';
import { signInStaff } from '../../src/lib/server/accounts/sign-in-staff.ts';
import { eventsOf, householdOf } from '../../src/lib/server/applications/queries.ts';
import { agendaOfDay, myAppointments } from '../../src/lib/server/appointments/queries.ts';
import { now, setClock, today } from '../../src/lib/server/clock.ts';
import { application } from '../../src/lib/server/db/schema/applications.ts';
import { unitOfWork, type Tx } from '../../src/lib/server/db/unit-of-work.ts';
import { PAPER_STATES } from '../../src/lib/domain/documents/states.ts';
import { paper } from '../../src/lib/server/db/schema/documents.ts';
import { myDrafts } from '../../src/lib/server/documents/my-drafts.ts';
import { missingPapersOf, papersToCheck } from '../../src/lib/server/documents/queries.ts';
import { forgetEnvironment } from '../../src/lib/server/environment.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

const [AMINA, PAUL, MARIA] = [
	'006032500012306A01',
	'006122500004506B02',
	'006112600000906C03'
] as const;
const PASSWORD = 'demo-logement-2026';
const LOOKING = system('test');
let folder: string;

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'demo-seed-'));
	process.env['STORAGE_DIR'] = folder;
});
afterAll(() => {
	setClock();
	delete process.env['STORAGE_DIR'];
	forgetEnvironment();
	rmSync(folder, { recursive: true });
});

const as = <T>(work: (tx: Tx) => Promise<T>) => unitOfWork(LOOKING, work);
const source = '192.0.2.7';
const signIn = (account: string, password = PASSWORD) =>
	attempt({ door: 'password', account, source }, (tx) =>
		signInApplicant(tx, LOOKING, { number: account, password, previousSecret: null })
	);
function staffSignIn(email: string) {
	const totp = new TOTP({ secret: 'JBSWY3DPEHPK3PXP' }).generate({
		timestamp: now().epochMilliseconds
	});
	return attempt({ door: 'staff', account: email, source }, (tx) =>
		signInStaff(tx, LOOKING, { email, password: PASSWORD, totp, previousSecret: null })
	);
}
async function staffActor(email: string) {
	const answer = await staffSignIn(email);
	if (answer.kind !== 'accepted') throw new Error(`${email} is ${answer.kind}`);
	const { sessionSecret } = answer.value;
	const { actor } = await identify({ get: () => sessionSecret, delete: () => {} });
	if (actor.kind !== 'agent') throw new Error('not a member of staff');
	return actor;
}
const byNumber = (number: string) =>
	as(
		async (tx) =>
			(await tx.select().from(application).where(eq(application.uniqueNumber, number)))[0]!
	);
const validity = async (number: string) => {
	const { filedOn, renewedOn } = await byNumber(number);
	return validityOn(today(), filedOn, renewedOn ? [renewedOn] : []);
};
const counts = () =>
	as(
		async (tx) =>
			(
				await tx.execute(sql`
		select (select count(*) from application) requests, (select count(*) from person) people,
		(select count(*) from application_event) events, (select count(*) from appointment) visits,
		(select count(*) from paper) papers, (select count(*) from staff_account) staff,
		(select count(*) from activation_code) codes, (select count(*) from message) messages`)
			).rows[0]
	);
const grouped = async (query: ReturnType<typeof sql>) =>
	(await as((tx) => tx.execute<{ name: string; n: string }>(query))).rows;

describe('the demonstration, on a Monday', () => {
	let database: TestDatabase;
	beforeAll(async () => {
		database = await testDatabase();
		setClock('2026-11-23T10:20:00+01:00');
		await seedDemo();
	});
	afterAll(() => database.drop());

	it('shows about two hundred requests, in every state but the one that has no number yet', async () => {
		const states = await grouped(
			sql`select state as name, count(*) as n from application group by 1`
		);
		expect(states.map(({ name }) => name).sort()).toEqual(
			REQUEST_STATES.filter((state) => state !== 'filed').sort()
		);
		expect(states.reduce((sum, { n }) => sum + Number(n), 0)).toBe(
			200 + Object.keys(CHARACTERS).length
		);
	});

	it('strikes off for each of the five causes, and renews', async () => {
		const kinds = await grouped(
			sql`select kind as name, count(*) as n from application_event group by 1`
		);
		const names = kinds.map(({ name }) => name);
		for (const cause of ['housed', 'renounced', 'no_contact', 'inadmissible', 'not_renewed'])
			expect(names).toContain(`struck_off_${cause}`);
		for (const kind of ['renewed', 'reinstated', 'papers_requested', 'interviewed'])
			expect(names).toContain(kind);
	});

	it('tells lives that follow the rules from their first day to their last', async () => {
		const all = await as((tx) => tx.select().from(application));
		for (const { id, state } of all.slice(0, 60)) {
			const events = (await as((tx) => eventsOf(tx, id))).reverse();
			expect(stateAfter(events.filter(({ kind }) => kind !== 'interviewed'))).toBe(state);
		}
		const late = await grouped(
			sql`select kind as name, count(*) as n from application_event where occurred_on > '2026-11-23' group by 1`
		);
		expect(late).toEqual([]);
	});

	it('holds nobody who could be real: reserved telephone numbers and addresses', async () => {
		const real = await grouped(sql`select id::text as name, 1 as n from person
			where phone !~ '^063998[0-9]{4}$' or email !~ '@demo\\.test$'`);
		expect(real).toEqual([]);
	});

	it('has visits behind and ahead at many counters, and messages that nobody will receive', async () => {
		const states = await grouped(
			sql`select state::text as name, count(*) as n from appointment group by 1`
		);
		expect(states.map(({ name }) => name).sort()).toEqual([
			'absent',
			'booked',
			'cancelled_by_applicant',
			// A place that is kept for somebody on the waiting list.
			'held',
			'received'
		]);
		const counters = await grouped(
			sql`select counter_id::text as name, count(*) as n from appointment group by 1`
		);
		expect(counters.length).toBeGreaterThanOrEqual(7);
		expect(
			await grouped(sql`select id::text as name, 1 as n from message where state <> 'sent'`)
		).toEqual([]);
	});

	it('lets Amina in: two children, a paper missing, no visit ahead, the renewal far away', async () => {
		expect((await signIn(AMINA)).kind).toBe('accepted');
		const { id } = await byNumber(AMINA);
		const household = await as((tx) => householdOf(tx, id));
		expect(household.map(({ role }) => role)).toEqual(['applicant', 'dependant', 'dependant']);
		expect(household[0]).toMatchObject({
			firstName: 'Amina',
			lastName: 'Haddad',
			addressCommune: '06004'
		});
		const missing = await as((tx) => missingPapersOf(tx, LOOKING, id));
		expect(missing.map(({ need }) => need)).toEqual(['tax_notice']);
		const amina = { kind: 'applicant', accountId: '', applicationId: id } as const;
		expect((await as((tx) => myAppointments(tx, amina, now()))).upcoming).toEqual([]);
		expect((await validity(AMINA)).phase).toBe('valid');
	});

	it('lets Paul in: his request ends in twenty days', async () => {
		expect((await signIn(PAUL)).kind).toBe('accepted');
		expect((await validity(PAUL)).daysLeft).toBe(20);
	});

	it('shows Paul a paper in each state, and leads him back to the one that he began', async () => {
		const { id: applicationId } = await byNumber(PAUL);
		const rows = await as((tx) =>
			tx.select().from(paper).where(eq(paper.applicationId, applicationId))
		);
		const states = new Set(rows.map(({ state }) => state));
		// One is taken back by nobody but its owner, and is then shown no more.
		expect([...PAPER_STATES].filter((state) => !states.has(state))).toEqual([
			'being_checked',
			'deleted'
		]);
		const emptied = rows.filter(({ state, destroyedAt }) => state === 'passed_on' && destroyedAt);
		expect(emptied).toHaveLength(1);
		const paul = { kind: 'applicant', accountId: '', applicationId } as const;
		const drafts = await as((tx) => myDrafts(tx, paul));
		expect(drafts).toMatchObject([{ category: 'tax_notice_n2', files: 2 }]);
	});

	it('knows Maria by her code alone', async () => {
		expect((await signIn(MARIA)).kind).toBe('refused');
		const spend = (tx: Tx) => spendCodeTry(tx, MARIA);
		const answer = await attemptSpending(
			{ door: 'code', account: MARIA, source },
			spend,
			(tx, spent) => checkActivationCode(tx, LOOKING, { code: '4827159370462815', spent })
		);
		expect(answer.kind).toBe('accepted');
	});

	it('gives the agent of Antibes visits today and papers to check', async () => {
		const agent = await staffActor('agent.antibes@demo.test');
		const agenda = await as((tx) => agendaOfDay(tx, agent, agent.counterIds[0]!, today()));
		expect(agenda.length).toBeGreaterThanOrEqual(5);
		expect(agenda.map(({ state }) => state)).toContain('booked');
		expect((await as((tx) => papersToCheck(tx, agent))).length).toBeGreaterThanOrEqual(5);
	});

	it('lets in the agent of Valbonne and the head of service, who sees every counter', async () => {
		expect((await staffActor('agent.valbonne@demo.test')).counterIds).toHaveLength(1);
		const head = await staffActor('responsable@demo.test');
		expect([head.role, head.counterIds.length]).toEqual(['head', 24]);
	});

	it('is not made twice', async () => {
		const before = await counts();
		await seedDemo();
		expect(await counts()).toEqual(before);
	});
});

describe('the demonstration, on a Sunday of another year', () => {
	let database: TestDatabase;
	beforeAll(async () => {
		database = await testDatabase();
		setClock('2028-02-27T21:00:00+01:00');
		await seedDemo();
	});
	afterAll(() => database.drop());

	it('is as fresh: Paul has twenty days, Amina months, Antibes a full Monday', async () => {
		expect((await validity(PAUL)).daysLeft).toBe(20);
		expect((await validity(AMINA)).phase).toBe('valid');
		expect((await validity(MARIA)).phase).toBe('valid');
		const agent = await staffActor('agent.antibes@demo.test');
		const monday = workingDayFrom(today());
		expect(monday.toString()).toBe('2028-02-28');
		expect((await as((tx) => agendaOfDay(tx, agent, agent.counterIds[0]!, monday))).length).toBe(5);
	});
});
