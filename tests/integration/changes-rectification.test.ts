import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Agent } from '../../src/lib/domain/accounts/actor.ts';
import { registeredFacts } from '../../src/lib/server/applications/registered-facts.ts';
import { openProposals } from '../../src/lib/server/changes/queries.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { as, outcomeOf, TESTING } from '../support/booking.ts';
import { antibesAgent, enter, entered, seen, takeUp } from '../support/changes/counter.ts';
import { contest, newFamily, type Family } from '../support/changes/family.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { row } from '../support/sne/import.ts';

let db: TestDatabase;
let antibes: Agent;
let family: Family;

beforeAll(async () => {
	db = await testDatabase();
	antibes = await antibesAgent();
});
beforeEach(async () => {
	setClock('2026-11-23T09:00:00+01:00');
	family = await newFamily();
});
afterAll(() => db.drop());

const facts = () => as(TESTING, (tx, actor) => registeredFacts(tx, actor, family.applicationId));
const elodie = async () =>
	(await facts()).household.find(({ firstName }) => firstName === 'Élodie')!;

describe('an applicant says that a fact is wrong', () => {
	const birthDate = () =>
		({ fact: 'birthDate', personId: family.ids['Élodie']!, item: null }) as const;

	test('the counter answers in words, and our copy is corrected', async () => {
		const id = await contest(family.applicant, birthDate(), 'Le jour est faux.', {
			naissance: '1989-04-18'
		});
		await takeUp(antibes, id);
		expect(await outcomeOf(enter(antibes, id))).toBe('answer-missing');
		await enter(antibes, id, '2026-11-23', 'Corrigé d’après votre carte d’identité.');
		expect((await elodie()).birthDate?.toString()).toBe('1989-04-18');
		expect(await seen(family.applicant, id)).toMatchObject({
			state: 'entered',
			wrong: 'Le jour est faux.',
			before: { birthDate: '1989-04-17' },
			answer: 'Corrigé d’après votre carte d’identité.'
		});
	});

	test('once a fact: asking again changes it; several facts are several requests', async () => {
		const first = await contest(family.applicant, birthDate(), 'Faux', { naissance: '1989-04-18' });
		const again = await contest(family.applicant, birthDate(), 'Faux', { naissance: '1989-04-19' });
		const key = {
			fact: 'resource',
			personId: family.ids['Élodie']!,
			item: 'received.SAL'
		} as const;
		const other = await contest(family.applicant, key, 'Je gagne moins', { 'recu-SAL': '1500' });
		expect(again).toBe(first);
		expect(other).not.toBe(first);
		expect(
			await as(antibes, (tx, actor) => openProposals(tx, actor, 'corrections', 0, 100))
		).toMatchObject({ more: false });
	});

	test('is told what is missing; a fact of others, or one that is not registered, is not found', async () => {
		const say = (wrong: string, naissance = '1989-04-18') =>
			outcomeOf(contest(family.applicant, birthDate(), wrong, { naissance }));
		expect(await say(' ')).toBe('wrong-missing');
		expect(await say('a'.repeat(501))).toBe('wrong-too-long');
		expect(await say('Faux', '1989-04-17')).toBe('nothing-changed');
		const other = await newFamily();
		expect(
			await outcomeOf(contest(other.applicant, birthDate(), 'Faux', { naissance: '1989-04-18' }))
		).toBe('NotFound');
		const nothing = { fact: 'tax', personId: family.ids['Élodie']!, item: '1999' } as const;
		expect(await outcomeOf(contest(family.applicant, nothing, 'Faux', { 'impot-1999': '1' }))).toBe(
			'NotFound'
		);
	});

	test('what our copy never changes by itself is answered in words alone', async () => {
		const key = { fact: 'filedOn', personId: null, item: null } as const;
		const id = await contest(family.applicant, key, 'J’ai déposé avant.', {
			juste: 'Le 1er juin 2025'
		});
		await entered(antibes, id, 'Nous avons écrit au gestionnaire du registre.');
		expect((await row(family.applicationId)).filedOn.toString()).toBe('2026-09-14');
	});
});
