import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { system, type Actor, type Agent } from '../../src/lib/domain/accounts/actor.ts';
import { TEXT_LANGUAGES } from '../../src/lib/domain/documents/catalogue-text.ts';
import { PAPER_MARKS } from '../../src/lib/domain/documents/paper-codes.ts';
import type { ReasonDraft } from '../../src/lib/domain/documents/resend-reasons.ts';
import { NotFound, Refused } from '../../src/lib/domain/errors.ts';
import { createStaffAccount } from '../../src/lib/server/accounts/create-staff-account.ts';
import { startSession, useSession } from '../../src/lib/server/accounts/lucia.ts';
import { setSensitiveRight } from '../../src/lib/server/accounts/set-sensitive-right.ts';
import { staffRights } from '../../src/lib/server/accounts/staff-rights.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { auditEntry } from '../../src/lib/server/db/schema/audit.ts';
import { unitOfWork, type Tx } from '../../src/lib/server/db/unit-of-work.ts';
import { addReason } from '../../src/lib/server/documents/add-reason.ts';
import { changeReason } from '../../src/lib/server/documents/change-reason.ts';
import { reasonByCode, reasonCatalogue } from '../../src/lib/server/documents/reason-catalogue.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { agentOf } from '../support/papers/household.ts';

let database: TestDatabase;
let agent: Agent;
let head: Agent;

beforeAll(async () => {
	database = await testDatabase();
	agent = await agentOf('antibes');
	head = { ...agent, role: 'head', counterIds: [] };
});
beforeEach(() => setClock('2026-11-23T09:00:00+01:00'));
afterAll(async () => {
	setClock();
	await database.drop();
});

const as = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => unitOfWork(actor, work);
const journal = async (subjectId: string) => {
	const lines = await as(system('test'), (tx) =>
		tx.select().from(auditEntry).where(eq(auditEntry.subjectId, subjectId))
	);
	return lines.map(({ action }) => action).sort();
};
const draft = (over: Partial<ReasonDraft> = {}): ReasonDraft => ({
	label: { fr: 'Signature manquante' },
	said: { fr: 'Ce papier n’est pas signé.' },
	advice: { fr: 'Signez le papier, puis reprenez la photo.' },
	mark: 'unusable',
	drawing: null,
	again: true,
	active: true,
	hold: false,
	...over
});

describe('the catalogue of reasons', () => {
	it('comes with its words in six languages, and each mark of the shared file', async () => {
		const reasons = await as(agent, (tx) => reasonCatalogue(tx, agent));
		expect(reasons.length).toBeGreaterThanOrEqual(12);
		const bare = reasons.filter(({ label, said, advice }) =>
			[label, said, advice].some((text) => TEXT_LANGUAGES.some((language) => !text[language]))
		);
		expect(bare).toEqual([]);
		expect(new Set(reasons.map(({ mark }) => mark))).toEqual(new Set([...PAPER_MARKS, null]));
	});

	it('grows by what the head of service adds, and says who did', async () => {
		const code = await as(head, (tx) => addReason(tx, head, { reason: draft() }));
		expect(code).toBe('signature_manquante');
		const reasons = await as(agent, (tx) => reasonCatalogue(tx, agent));
		expect(reasons.at(-1)).toMatchObject({ code, mark: 'unusable', active: true });
		expect(await journal(code)).toEqual(['add-resend-reason']);
	});

	it('has no two reasons of one name, whatever the capitals', async () => {
		const reason = draft({ label: { fr: 'PHOTO FLOUE' } });
		await expect(as(head, (tx) => addReason(tx, head, { reason }))).rejects.toMatchObject({
			rule: 'reason-exists'
		});
	});

	it('is worded anew, and a reason that is retired is no longer offered', async () => {
		const reason = draft({ label: { fr: 'Floue' }, active: false });
		await as(head, (tx) => changeReason(tx, head, { code: 'blurred', reason }));
		const offered = await as(agent, (tx) => reasonCatalogue(tx, agent, { inUse: true }));
		expect(offered.some(({ code }) => code === 'blurred')).toBe(false);
		const kept = await as(agent, (tx) => reasonByCode(tx, agent, 'blurred'));
		expect(kept.label).toEqual({ fr: 'Floue' });
		expect(await journal('blurred')).toEqual(['change-resend-reason']);
	});

	it('is not the agent’s to change, and an unknown reason is not found', async () => {
		const reason = draft();
		await expect(
			as(agent, (tx) => changeReason(tx, agent, { code: 'too_dark', reason }))
		).rejects.toThrow(Refused);
		await expect(as(agent, (tx) => addReason(tx, agent, { reason }))).rejects.toThrow(Refused);
		await expect(
			as(head, (tx) => changeReason(tx, head, { code: 'nothing', reason }))
		).rejects.toThrow(NotFound);
		await expect(as(system('test'), (tx) => reasonCatalogue(tx, system('test')))).rejects.toThrow(
			Refused
		);
	});
});

describe('the right to read sensitive papers', () => {
	const software = system('test');
	let people = 0;
	const anAgent = async (role: 'agent' | 'head' = 'agent') => {
		const email = `droits.${++people}@demo.test`;
		const input = { email, name: 'Aline Essai', role, password: 'trois citrons bleus' } as const;
		const { staffId } = await as(software, (tx) =>
			createStaffAccount(tx, software, { ...input, counterIds: [...agent.counterIds] })
		);
		return staffId;
	};
	const set = (actor: Actor, staffId: string, given: boolean) =>
		as(actor, (tx) => setSensitiveRight(tx, actor, { staffId, given }));

	it('is given by the head of service, holds in the session under way, and is taken back', async () => {
		const staffId = await anAgent();
		const secret = await as(software, (tx) => startSession(tx, `staff:${staffId}`, null));
		const rightNow = async () => {
			const owner = await useSession(secret);
			return owner?.kind === 'staff' && owner.readsSensitive;
		};
		expect(await rightNow()).toBe(false);
		await set(head, staffId, true);
		expect(await rightNow()).toBe(true);
		const listed = await as(head, (tx) => staffRights(tx, head));
		expect(listed.find(({ id }) => id === staffId)).toMatchObject({
			name: 'Aline Essai',
			readsSensitive: true,
			counters: ['Guichet logement d’Antibes']
		});
		await set(head, staffId, false);
		expect(await rightNow()).toBe(false);
		expect(await journal(staffId)).toEqual(['give-sensitive-right', 'withdraw-sensitive-right']);
	});

	it('given twice is given once', async () => {
		const staffId = await anAgent();
		await set(head, staffId, true);
		await set(head, staffId, true);
		expect(await journal(staffId)).toEqual(['give-sensitive-right']);
	});

	it('is no agent’s to give, not even to see who has it', async () => {
		const staffId = await anAgent();
		await expect(set(agent, staffId, true)).rejects.toThrow(Refused);
		await expect(as(agent, (tx) => staffRights(tx, agent))).rejects.toThrow(Refused);
		expect(await journal(staffId)).toEqual([]);
	});

	it('is for agents in service: nobody else is found', async () => {
		for (const staffId of [await anAgent('head'), '0198c0de-0000-7000-8000-00000000beef', 'x']) {
			await expect(set(head, staffId, true)).rejects.toThrow(NotFound);
		}
	});
});
