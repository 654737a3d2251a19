import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { housingOf, incomesOf } from '../../src/lib/server/applications/queries.ts';
import { recordEvent } from '../../src/lib/server/applications/record-event.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import {
	aPaper,
	as,
	files,
	happened,
	IMPORT,
	imports,
	laterFile,
	newFile,
	people,
	row
} from '../support/sne/import.ts';

let database: TestDatabase;
let xml: string;

beforeAll(async () => {
	database = await testDatabase();
});
beforeEach(() => {
	setClock('2026-11-23T09:00:00+01:00');
	({ xml } = newFile());
});
afterAll(async () => {
	setClock();
	await database.drop();
});

const idsByName = async (id: string) =>
	Object.fromEntries(
		(await people(id)).map(({ id: personId, firstName }) => [firstName, personId])
	);

describe('a later file of the same request', () => {
	it('changes what it says and keeps the number, the seniority and the people with their papers', async () => {
		const { applicationId } = await imports(xml);
		const before = await idsByName(applicationId);
		await aPaper(applicationId, before['Noé']!);
		const moved = laterFile(xml, (text) =>
			text
				.replace('rue des Exemples', 'avenue Inventée')
				.replace('2026-09-14</ns2:dateCreation', '2026-10-30</ns2:dateCreation')
				.replace(
					'<ns2:nom>Ferraro</ns2:nom>\n\t\t\t\t\t\t<ns2:prenom>Noé',
					'<ns2:nom>Lestrade</ns2:nom>\n\t\t\t\t\t\t<ns2:prenom>Noé'
				)
		);
		const { outcome, leftOut } = await imports(moved);
		expect(outcome).toBe('updated');
		expect(leftOut).toEqual([
			{ path: 'demande/demandeLogement/dateCreationDemande', why: 'not-kept' }
		]);
		const request = await row(applicationId);
		expect([request.filedOn, request.validUntil, request.statedOn].map(String)).toEqual([
			'2026-09-14',
			'2027-09-14',
			'2026-11-02'
		]);
		expect(await idsByName(applicationId)).toEqual(before);
		const household = await people(applicationId);
		expect(household[0]?.addressLine).toBe('12 avenue Inventée');
		expect(household.find(({ firstName }) => firstName === 'Noé')?.lastName).toBe('Lestrade');
		expect(await happened(applicationId)).toEqual(['modified 2026-11-02', 'registered 2026-09-14']);
		expect(await files(applicationId)).toHaveLength(2);
	});

	it('removes who left, save somebody papers are about', async () => {
		const { applicationId } = await imports(xml);
		const before = await idsByName(applicationId);
		await aPaper(applicationId, before['Inès']!);
		await imports(
			laterFile(xml, (text) =>
				text.replace(/<ns2:listePersonneACharge>.*<\/ns2:listePersonneACharge>/s, '')
			)
		);
		const after = (await people(applicationId)).map(({ firstName }) => firstName);
		expect(after).toEqual(['Élodie', 'Matteo', 'Inès']);
	});

	it('leaves alone the blocks it does not hold', async () => {
		const { applicationId } = await imports(xml);
		const before = await as((tx) => housingOf(tx, applicationId));
		await imports(
			laterFile(xml, (text) =>
				text
					.replace(/<ns2:logementRecherche>.*<\/ns2:logementRecherche>/s, '')
					.replace(/<ns2:revenuFiscal>.*?<\/ns2:revenuFiscal>/gs, '')
			)
		);
		expect(await as((tx) => housingOf(tx, applicationId))).toMatchObject({
			types: before.types,
			communes: before.communes
		});
		expect((await as((tx) => incomesOf(tx, applicationId))).incomes).toHaveLength(4);
		expect((await row(applicationId)).enlargedSearch).toBe(true);
	});

	it('renews the request when it is a renewal', async () => {
		const { applicationId } = await imports(xml);
		await imports(laterFile(xml, (text) => text, 'REN', '2026-11-20'));
		expect((await row(applicationId)).validUntil.toString()).toBe('2027-11-20');
		expect(await happened(applicationId)).toEqual(['renewed 2026-11-20', 'registered 2026-09-14']);
	});

	it('adds nothing to the history of a request that was struck off', async () => {
		const { applicationId } = await imports(xml);
		await as((tx) =>
			recordEvent(tx, IMPORT, {
				applicationId,
				kind: 'struck_off_renounced',
				occurredOn: Temporal.PlainDate.from('2026-10-01'),
				origin: 'official',
				author: 'SNE'
			})
		);
		expect((await imports(laterFile(xml, (text) => text, 'COP'))).outcome).toBe('updated');
		expect((await happened(applicationId))[0]).toBe('struck_off_renounced 2026-10-01');
		expect((await row(applicationId)).state).toBe('struck_off');
	});
});

describe('the same file again', () => {
	it('changes nothing, even after a newer one', async () => {
		const { applicationId } = await imports(xml);
		const newer = laterFile(xml, (text) => text.replace('rue des Exemples', 'avenue Inventée'));
		await imports(newer);
		const before = [
			await row(applicationId),
			await people(applicationId),
			await happened(applicationId)
		];
		setClock('2026-11-24T09:00:00+01:00');
		expect((await imports(xml)).outcome).toBe('unchanged');
		expect((await imports(newer)).outcome).toBe('unchanged');
		expect([
			await row(applicationId),
			await people(applicationId),
			await happened(applicationId)
		]).toEqual(before);
		expect(await files(applicationId)).toHaveLength(2);
	});

	it('eight times at once gives one request', async () => {
		const outcomes = await Promise.all(Array.from({ length: 8 }, () => imports(xml)));
		expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual([
			'created',
			...Array<string>(7).fill('unchanged')
		]);
		const { applicationId } = outcomes[0]!;
		expect(await people(applicationId)).toHaveLength(4);
		expect(await happened(applicationId)).toEqual(['registered 2026-09-14']);
	});

	it('or two different files at once: one creates, the other updates', async () => {
		const other = laterFile(xml, (text) => text.replace('rue des Exemples', 'avenue Inventée'));
		const outcomes = await Promise.all([imports(xml), imports(other)]);
		expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['created', 'updated']);
		expect(await people(outcomes[0].applicationId)).toHaveLength(4);
	});
});
