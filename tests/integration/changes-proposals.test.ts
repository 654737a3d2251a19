import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { VISITOR, type Actor, type Agent } from '../../src/lib/domain/accounts/actor.ts';
import { recordEvent } from '../../src/lib/server/applications/record-event.ts';
import { registeredFacts } from '../../src/lib/server/applications/registered-facts.ts';
import { handBackProposal } from '../../src/lib/server/changes/hand-back-proposal.ts';
import {
	countOpenProposals,
	openProposals,
	proposalsOf
} from '../../src/lib/server/changes/queries.ts';
import { withdrawProposal } from '../../src/lib/server/changes/withdraw-proposal.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { auditEntry } from '../../src/lib/server/db/schema/audit.ts';
import { message } from '../../src/lib/server/db/schema/notifications.ts';
import { as, outcomeOf, TESTING } from '../support/booking.ts';
import { antibesAgent, enter, entered, refuse, seen, takeUp } from '../support/changes/counter.ts';
import { declare, newFamily, type Family } from '../support/changes/family.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { agentOf } from '../support/papers/household.ts';
import { happened, row } from '../support/sne/import.ts';

let db: TestDatabase;
let antibes: Agent;
let biot: Agent;
let family: Family;

beforeAll(async () => {
	db = await testDatabase();
	antibes = await antibesAgent();
	biot = await agentOf('biot');
});
beforeEach(async () => {
	setClock('2026-11-23T09:00:00+01:00');
	family = await newFamily();
});
afterAll(() => db.drop());

const ADDRESS = {
	depuis: '2026-11-10',
	adresse: '3 chemin Fictif',
	'code-postal': '06560',
	commune: '06152'
};
const moves = (who: Actor = family.applicant, typed = ADDRESS) =>
	declare(who, 'address', family.ids['Élodie']!, typed);
const facts = () => as(TESTING, (tx, actor) => registeredFacts(tx, actor, family.applicationId));
const elodie = async () =>
	(await facts()).household.find(({ firstName }) => firstName === 'Élodie')!;
const saidOf = async (fact: string) =>
	(await facts()).stated
		.filter((line) => line.fact === fact)
		.map(({ origin, statedOn }) => `${origin} ${statedOn}`);
const withdraw = (id: string, who: Actor = family.applicant) =>
	as(who, (tx, actor) => withdrawProposal(tx, actor, { id }));

describe('an applicant declares a change', () => {
	test('two taps and two windows are one proposal; nothing of the request has changed', async () => {
		const ids = await Promise.all([moves(), moves(), moves()]);
		expect(new Set(ids).size).toBe(1);
		expect(await seen(family.applicant, ids[0]!)).toMatchObject({
			state: 'proposed',
			version: 1,
			kind: 'address'
		});
		expect((await elodie()).addressLine).toBe('12 rue des Exemples');
		expect(await happened(family.applicationId)).toEqual(['registered 2026-09-14']);
	});

	test('may change it and withdraw it until an agent types it, and not while one does', async () => {
		const id = await moves();
		expect(await moves(family.applicant, { ...ADDRESS, adresse: '5 chemin Fictif' })).toBe(id);
		expect(await seen(family.applicant, id)).toMatchObject({
			version: 2,
			values: { addressLine: '5 chemin Fictif' }
		});
		expect(await outcomeOf(takeUp(antibes, id, 1))).toBe('proposal-edited-meanwhile');
		await takeUp(antibes, id, 2);
		expect(await outcomeOf(moves())).toBe('proposal-taken-up');
		expect(await outcomeOf(withdraw(id))).toBe('proposal-taken-up');
		await as(antibes, (tx, actor) => handBackProposal(tx, actor, { id }));
		await withdraw(id);
		await withdraw(id);
		const { state, steps } = await seen(family.applicant, id);
		expect(state).toBe('withdrawn');
		expect(steps.map(({ action }) => action)).toEqual([
			'propose',
			'edit',
			'take_up',
			'hand_back',
			'withdraw'
		]);
		expect(await moves()).not.toBe(id);
	});

	test('has one open for each person and kind, and several of different kinds', async () => {
		const id = await moves();
		const other = await declare(family.applicant, 'address', family.ids['Matteo']!, ADDRESS);
		const work = await declare(family.applicant, 'work', family.ids['Élodie']!, {
			depuis: '2026-11-01',
			contrat: 'CHO'
		});
		expect(new Set([id, other, work]).size).toBe(3);
		const mine = await as(family.applicant, (tx, actor) =>
			proposalsOf(tx, actor, family.applicationId)
		);
		expect(mine).toHaveLength(3);
	});

	test('is told that nothing differs from what is registered', async () => {
		const same = {
			depuis: '2026-11-10',
			adresse: '12 rue des Exemples',
			'code-postal': '06600',
			commune: '06004'
		};
		expect(await outcomeOf(moves(family.applicant, same))).toBe('nothing-changed');
		const income = { depuis: '2026-11-01', 'recu-SAL': '1654,50', 'recu-RSA': '0' };
		expect(
			await outcomeOf(declare(family.applicant, 'income', family.ids['Élodie']!, income))
		).toBe('nothing-changed');
	});

	test('cannot speak of somebody else’s family, of a child as an adult, or for a request struck off', async () => {
		const other = await newFamily();
		expect(
			await outcomeOf(declare(other.applicant, 'address', family.ids['Élodie']!, ADDRESS))
		).toBe('NotFound');
		expect(await outcomeOf(declare(family.applicant, 'address', family.ids['Noé']!, ADDRESS))).toBe(
			'NotFound'
		);
		expect(
			await outcomeOf(declare(family.applicant, 'contact', '', { telephone: '0612345678' }))
		).toBe('NotFound');
		expect(await outcomeOf(moves(VISITOR))).toBe('NotFound');
		const id = await moves();
		for (const stranger of [other.applicant, VISITOR, biot] as const) {
			expect(await outcomeOf(seen(stranger, id))).toBe('NotFound');
			expect(await outcomeOf(withdraw(id, stranger))).toBe('NotFound');
		}
		await as(TESTING, (tx, actor) =>
			recordEvent(tx, actor, {
				applicationId: family.applicationId,
				kind: 'struck_off_housed',
				occurredOn: Temporal.PlainDate.from('2026-11-20'),
				origin: 'official',
				author: 'SNE'
			})
		);
		expect(await outcomeOf(moves())).toBe('request-not-live');
	});
});

describe('an agent of the territory', () => {
	test('sees it in the queue, enters it in SNE, and our copy follows, said by the counter', async () => {
		const before = await as(antibes, (tx, actor) => countOpenProposals(tx, actor));
		const id = await moves();
		const queue = await as(antibes, (tx, actor) => openProposals(tx, actor, 'changes', 0, 200));
		expect(queue.proposals.map((line) => line.id)).toContain(id);
		expect(await as(antibes, (tx, actor) => countOpenProposals(tx, actor))).toEqual({
			...before,
			changes: before.changes + 1
		});
		expect(await outcomeOf(enter(antibes, id))).toBe('proposal-action-forbidden');
		await takeUp(antibes, id);
		await takeUp(antibes, id);
		await enter(antibes, id);
		await enter(antibes, id);
		expect(await elodie()).toMatchObject({
			addressLine: '3 chemin Fictif',
			postcode: '06560',
			addressCommune: '06152',
			origin: 'official'
		});
		expect(await saidOf('addressLine')).toEqual(['counter 2026-11-23']);
		expect(await saidOf('phone')).toEqual([]);
		const request = await row(family.applicationId);
		expect([request.filedOn, request.validUntil].map(String)).toEqual(['2026-09-14', '2027-09-14']);
		expect(await happened(family.applicationId)).toEqual([
			'modified 2026-11-23',
			'registered 2026-09-14'
		]);
		expect(await seen(family.applicant, id)).toMatchObject({
			state: 'entered',
			answeredFor: 'Guichet logement d’Antibes'
		});
	});

	test('two agents at once: one takes it up, one entry is written', async () => {
		const id = await moves();
		const colleague: Agent = { ...antibes, staffId: '0198c0de-0000-7000-8000-00000000000b' };
		const outcomes = await Promise.all([
			outcomeOf(takeUp(antibes, id)),
			outcomeOf(takeUp(colleague, id))
		]);
		expect(outcomes.sort()).toEqual(['done', 'proposal-taken-by-another']);
		await Promise.all([enter(antibes, id), enter(colleague, id)]);
		expect(await happened(family.applicationId)).toEqual([
			'modified 2026-11-23',
			'registered 2026-09-14'
		]);
	});

	test('says in words why it cannot be entered; the person is told, and may ask again', async () => {
		const id = await moves();
		expect(await outcomeOf(refuse(antibes, id, '  '))).toBe('answer-missing');
		expect(await outcomeOf(refuse(antibes, id, 'a'.repeat(1_001)))).toBe('answer-too-long');
		await refuse(antibes, id);
		expect(await seen(family.applicant, id)).toMatchObject({
			state: 'not_possible',
			answer: 'Il manque le bail.'
		});
		expect((await elodie()).addressLine).toBe('12 rue des Exemples');
		expect(await outcomeOf(refuse(antibes, id))).toBe('proposal-action-forbidden');
		const told = await as(TESTING, (tx) =>
			tx
				.select()
				.from(message)
				.where(
					and(
						eq(message.applicationId, family.applicationId),
						eq(message.kind, 'proposal-answered')
					)
				)
		);
		expect(told.map(({ channel }) => channel).sort()).toEqual(['email', 'sms']);
		for (const { body } of told) {
			expect(body).toContain(`/espace/demande/changements/${id}`);
			expect(body).not.toMatch(/bail|Fictif|Élodie|Ferraro|0060926/);
		}
		expect(await moves()).not.toBe(id);
	});

	test('cannot say a day to come, nor one before it was asked', async () => {
		const id = await moves();
		await takeUp(antibes, id);
		expect(await outcomeOf(enter(antibes, id, '2026-11-24'))).toBe('entered-in-future');
		expect(await outcomeOf(enter(antibes, id, '2026-11-22'))).toBe('entered-before-asked');
	});

	test('of another counter finds nothing, and neither does the applicant with the agents’ buttons', async () => {
		const id = await moves();
		for (const who of [biot, family.applicant, VISITOR] as const) {
			expect(await outcomeOf(takeUp(who, id))).toBe('NotFound');
			expect(await outcomeOf(refuse(who, id, 'Non'))).toBe('NotFound');
			expect(await outcomeOf(enter(who, id))).toBe('NotFound');
		}
		expect(await outcomeOf(takeUp(antibes, 'nulle-part'))).toBe('NotFound');
	});

	test('leaves a line in the journal of accesses at each step', async () => {
		const id = await moves();
		await entered(antibes, id);
		const lines = await as(TESTING, (tx) =>
			tx.select({ action: auditEntry.action }).from(auditEntry).where(eq(auditEntry.subjectId, id))
		);
		expect(lines.map(({ action }) => action)).toEqual(['take-up-proposal', 'enter-proposal']);
	});
});
