import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VISITOR, system, type Actor, type Agent } from '../../src/lib/domain/accounts/actor.ts';
import { NotFound, Refused, RuleBroken } from '../../src/lib/domain/errors.ts';
import {
	counterBySlug,
	counterOfCommune,
	listCommunes,
	listCounters,
	publicMotives
} from '../../src/lib/server/counters/queries.ts';
import {
	setCounterFact,
	type SetCounterFactInput
} from '../../src/lib/server/counters/set-counter-fact.ts';
import { auditEntry } from '../../src/lib/server/db/schema/audit.ts';
import { counter } from '../../src/lib/server/db/schema/counters.ts';
import { unitOfWork } from '../../src/lib/server/db/unit-of-work.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let antibes: string;
beforeAll(async () => {
	database = await testDatabase();
	antibes = (await unitOfWork(VISITOR, (tx) => counterBySlug(tx, 'antibes'))).id;
});
afterAll(() => database.drop());

const STAFF = '0198c0de-0000-7000-8000-000000000001';
const agentOf = (...counterIds: string[]): Agent => ({
	kind: 'agent',
	staffId: STAFF,
	name: 'Agent',
	role: 'agent',
	counterIds
});
const head: Agent = {
	kind: 'agent',
	staffId: STAFF,
	name: 'Responsable',
	role: 'head',
	counterIds: []
};
const applicant: Actor = { kind: 'applicant', accountId: STAFF, applicationId: STAFF };

const phone: SetCounterFactInput = {
	slug: 'antibes',
	kind: 'phone',
	value: '04 00 00 00 00',
	confirmed: true
};
const set = (actor: Actor, input: SetCounterFactInput) =>
	unitOfWork(actor, (tx) => setCounterFact(tx, actor, input));
const factsOfAntibes = () =>
	unitOfWork(VISITOR, async (tx) => (await counterBySlug(tx, 'antibes')).facts);
const journal = () =>
	unitOfWork(system('test'), (tx) =>
		tx.select().from(auditEntry).where(eq(auditEntry.subjectId, antibes))
	);

describe('a visitor', () => {
	it('sees 22 counters by the name of their commune, then the two branches', async () => {
		const counters = await unitOfWork(VISITOR, listCounters);
		const slugs = counters.map(({ slug }) => slug);
		expect(slugs).toHaveLength(24);
		expect(slugs[0]).toBe('antibes');
		expect(slugs.indexOf('greolieres')).toBeLessThan(slugs.indexOf('opio'));
		expect(slugs.slice(-2)).toEqual(['antenne-1', 'antenne-2']);
		expect(counters.at(-1)?.commune).toBeNull();
	});

	it('sees that nothing is confirmed yet', async () => {
		const facts = Object.values(await factsOfAntibes());
		expect(facts).toHaveLength(8);
		expect(facts.every(({ value, confirmed }) => value === null && !confirmed)).toBe(true);
	});

	it('finds the counter of a commune, and none where none is known', async () => {
		const [found, none, communes] = await unitOfWork(
			VISITOR,
			async (tx) =>
				[
					await counterOfCommune(tx, '06152'),
					await counterOfCommune(tx, '06107'),
					await listCommunes(tx)
				] as const
		);
		expect(found?.slug).toBe('valbonne');
		expect(none).toBeNull();
		expect(communes).toHaveLength(24);
	});

	it('is told that an unknown or closed counter does not exist', async () => {
		const close = (active: boolean) =>
			unitOfWork(system('test'), (tx) =>
				tx.update(counter).set({ active }).where(eq(counter.slug, 'opio'))
			);
		await close(false);
		await expect(unitOfWork(VISITOR, (tx) => counterBySlug(tx, 'nulle-part'))).rejects.toThrow(
			NotFound
		);
		await expect(unitOfWork(VISITOR, (tx) => counterBySlug(tx, 'opio'))).rejects.toThrow(NotFound);
		expect((await unitOfWork(VISITOR, listCounters)).map(({ slug }) => slug)).not.toContain('opio');
		await close(true);
	});

	it('sees the motives in their order', async () => {
		const motives = await unitOfWork(VISITOR, publicMotives);
		expect(motives.map(({ code }) => code)).toEqual([
			'premier-accueil',
			'suivi',
			'pieces',
			'renouvellement',
			'enregistrement'
		]);
	});

	it('cannot write what is said of a counter', async () => {
		await expect(set(VISITOR, phone)).rejects.toThrow(Refused);
		expect((await factsOfAntibes()).phone).toEqual({ value: null, confirmed: false });
	});
});

describe('an applicant and the agent of another counter', () => {
	it.each([
		['applicant', applicant],
		['stranger agent', agentOf(STAFF)],
		['agent of none', agentOf()]
	] as const)('cannot either: %s, and the journal stays empty', async (_, actor) => {
		await expect(set(actor, phone)).rejects.toThrow(Refused);
		expect((await factsOfAntibes()).phone).toEqual({ value: null, confirmed: false });
		expect(await journal()).toEqual([]);
	});
});

describe('the agent of the counter and the head of service', () => {
	it('write a fact, and the journal says who did, without its content', async () => {
		await set(agentOf(antibes), phone);
		expect((await factsOfAntibes()).phone).toEqual({ value: '04 00 00 00 00', confirmed: true });
		expect(await journal()).toMatchObject([
			{
				action: 'set-counter-fact',
				actorKind: 'agent',
				actorId: STAFF,
				detail: { kind: 'phone', known: true, confirmed: true }
			}
		]);
	});

	it('take a fact back: it is unknown again', async () => {
		await set(head, { ...phone, value: ' ', confirmed: false });
		expect((await factsOfAntibes()).phone).toEqual({ value: null, confirmed: false });
		expect(await journal()).toHaveLength(2);
	});

	it('cannot confirm what is empty, nor write something else than a telephone number', async () => {
		await expect(set(head, { ...phone, value: '' })).rejects.toThrow(RuleBroken);
		await expect(set(head, { ...phone, value: 'demain' })).rejects.toThrow(RuleBroken);
		await expect(set(head, { ...phone, slug: 'nulle-part' })).rejects.toThrow(NotFound);
		expect(await journal()).toHaveLength(2);
	});
});
