import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor, Agent } from '../../src/lib/domain/accounts/actor.ts';
import { incomesOf } from '../../src/lib/server/applications/queries.ts';
import { registeredFacts } from '../../src/lib/server/applications/registered-facts.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { as, outcomeOf, TESTING } from '../support/booking.ts';
import { antibesAgent, enter, entered, refuse, seen, takeUp } from '../support/changes/counter.ts';
import { declare, newFamily, type Family } from '../support/changes/family.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { aPaper, imports, laterFile, people } from '../support/sne/import.ts';

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

describe('what our copy becomes', () => {
	const names = async () => (await facts()).household.map(({ firstName }) => firstName);

	test('a birth adds a child and one fewer is expected', async () => {
		await entered(
			antibes,
			await declare(family.applicant, 'pregnancy', '', { nombre: '2', prevue: '2026-12-20' })
		);
		expect((await facts()).household.at(-1)).toMatchObject({ role: 'unborn', expectedCount: 2 });
		const twins = ['Ada', 'Zoé'];
		for (const [index, prenom] of twins.entries()) {
			const typed = { prenom, nom: 'Ferraro', naissance: '2026-11-22', sexe: 'F' };
			await entered(antibes, await declare(family.applicant, 'birth', String(index + 1), typed));
		}
		expect(await names()).toEqual(['Élodie', 'Matteo', 'Noé', 'Inès', 'Ada', 'Zoé']);
	});

	test('somebody who leaves is no longer of the household, though papers about them are kept', async () => {
		await aPaper(family.applicationId, family.ids['Inès']!);
		const typed = { depuis: '2026-10-01', raison: 'moved' };
		const id = await declare(family.applicant, 'member_leaves', family.ids['Inès']!, typed);
		await entered(antibes, id);
		expect(await names()).toEqual(['Élodie', 'Matteo', 'Noé']);
		expect(await people(family.applicationId)).toHaveLength(4);
	});

	test('a separation takes the other holder away and changes the family situation; a couple does the reverse', async () => {
		const parted = { depuis: '2026-10-01', situation: 'S' };
		await entered(
			antibes,
			await declare(family.applicant, 'separation', family.ids['Matteo']!, parted)
		);
		expect(await names()).toEqual(['Élodie', 'Noé', 'Inès']);
		expect((await elodie()).familySituation).toBe('S');
		expect(await saidOf('familySituation')).toEqual(['counter 2026-11-23']);
		const partner = {
			depuis: '2026-11-01',
			lien: 'P',
			civilite: '1',
			prenom: 'Adam',
			nom: 'Exemple',
			naissance: '1985-03-04',
			nationalite: '2'
		};
		await entered(antibes, await declare(family.applicant, 'couple', '1', partner));
		expect(await names()).toEqual(['Élodie', 'Adam', 'Noé', 'Inès']);
		expect((await elodie()).familySituation).toBe('P');
	});

	test('an income that changes leaves the others as they were; nothing a month takes it away', async () => {
		const typed = { depuis: '2026-11-01', 'recu-SAL': '0', 'recu-CHO': '1 120,40', 'recu-AF': '' };
		await entered(antibes, await declare(family.applicant, 'income', family.ids['Élodie']!, typed));
		const { resources } = await as(TESTING, (tx) => incomesOf(tx, family.applicationId));
		const mine = resources.filter(({ personId }) => personId === family.ids['Élodie']);
		expect(mine.map(({ code, monthlyCents, origin }) => [code, monthlyCents, origin])).toEqual([
			['AF', 14_800, 'official'],
			['CHO', 112_040, 'counter']
		]);
		const tax = { 'impot-2025': '18 000' };
		await entered(antibes, await declare(family.applicant, 'tax', family.ids['Élodie']!, tax));
		const { incomes } = await as(TESTING, (tx) => incomesOf(tx, family.applicationId));
		expect(
			incomes
				.filter(({ personId }) => personId === family.ids['Élodie'])
				.map(({ year, amountEuros, origin }) => [year, amountEuros, origin])
		).toEqual([
			[2025, 18_000, 'counter'],
			[2024, 19_210, 'official']
		]);
	});

	test('home and wishes', async () => {
		const home = {
			depuis: '2026-11-01',
			occupation: 'CP',
			loyer: '',
			occupants: '6',
			surface: '38'
		};
		await entered(antibes, await declare(family.applicant, 'housing', '', home));
		const wishes = { tailles: ['T4'], communes: ['06152', '06004'], elargie: 'non' };
		await entered(antibes, await declare(family.applicant, 'wanted', '', wishes));
		const { housing, application } = await facts();
		expect(housing.current).toMatchObject({ model: 'CP', rentCents: null, occupants: 6 });
		expect(housing.communes.map(({ insee, origin }) => [insee, origin])).toEqual([
			['06152', 'counter'],
			['06004', 'counter']
		]);
		expect(application.enlargedSearch).toBe(false);
		expect(await saidOf('model')).toEqual(['counter 2026-11-23']);
		expect(await saidOf('surfaceM2')).toEqual([]);
	});

	test('the next file of the register wins, and says so officially', async () => {
		await entered(antibes, await moves());
		const wrongPhone = { telephone: '06 99 99 00 11', email: 'nouvelle@exemple.test' };
		await entered(
			antibes,
			await declare(family.applicant, 'contact', family.ids['Élodie']!, wrongPhone)
		);
		expect((await elodie()).phone).toBe('+33699990011');
		setClock('2026-11-25T09:00:00+01:00');
		await imports(
			laterFile(
				family.xml,
				(text) => text.replace('rue des Exemples', 'avenue du Registre'),
				'MOD',
				'2026-11-24'
			)
		);
		expect(await elodie()).toMatchObject({
			addressLine: '12 avenue du Registre',
			phone: '0639980042',
			origin: 'official'
		});
		expect((await facts()).stated).toEqual([]);
	});

	test('a file that says nothing of a fact leaves what the counter said', async () => {
		await entered(antibes, await moves());
		await imports(
			laterFile(
				family.xml,
				(text) => text.replace(/<ns2:adressePostale>.*?<\/ns2:adressePostale>/s, ''),
				'MOD',
				'2026-11-24'
			)
		);
		expect((await elodie()).addressLine).toBe('3 chemin Fictif');
		expect(await saidOf('addressLine')).toEqual(['counter 2026-11-23']);
	});

	test('somebody the register no longer knows cannot be changed: the agent is told', async () => {
		const id = await declare(family.applicant, 'member_leaves', family.ids['Noé']!, {
			depuis: '2026-11-01',
			raison: 'other'
		});
		await imports(
			laterFile(
				family.xml,
				(text) => text.replace(/<ns2:listePersonneACharge>.*<\/ns2:listePersonneACharge>/s, ''),
				'MOD',
				'2026-11-24'
			)
		);
		await takeUp(antibes, id);
		expect(await outcomeOf(enter(antibes, id))).toBe('subject-gone');
		await refuse(antibes, id, 'Noé n’est plus dans votre demande.');
		expect((await seen(family.applicant, id)).state).toBe('not_possible');
	});
});
