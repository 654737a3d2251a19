import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { VISITOR } from '../../src/lib/domain/accounts/actor.ts';
import { Refused } from '../../src/lib/domain/errors.ts';
import { importRequest } from '../../src/lib/server/applications/import-request.ts';
import { eventsOf, housingOf, incomesOf } from '../../src/lib/server/applications/queries.ts';
import { openOriginal } from '../../src/lib/server/applications/seal-original.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { applicantAccount } from '../../src/lib/server/db/schema/accounts.ts';
import { application } from '../../src/lib/server/db/schema/applications.ts';
import { unitOfWork } from '../../src/lib/server/db/unit-of-work.ts';
import { keyringOf } from '../../src/lib/server/documents/keyring.ts';
import { environment } from '../../src/lib/server/environment.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { as, files, happened, imports, newFile, people, read, row } from '../support/sne/import.ts';

let database: TestDatabase;
let number: string;
let xml: string;

beforeAll(async () => {
	database = await testDatabase();
});
beforeEach(() => {
	setClock('2026-11-23T09:00:00+01:00');
	({ number, xml } = newFile());
});
afterAll(async () => {
	setClock();
	await database.drop();
});

describe('a file of a request that is not known here', () => {
	it('creates the request, its people, its money and its wishes, all official and dated', async () => {
		const { applicationId, outcome, uniqueNumber } = await imports(xml);
		expect([outcome, uniqueNumber]).toEqual(['created', number]);
		const request = await row(applicationId);
		expect(request).toMatchObject({
			uniqueNumber: number,
			registeringCode: 'G0601',
			state: 'registered',
			origin: 'official',
			enlargedSearch: true
		});
		expect([request.filedOn, request.validUntil, request.statedOn].map(String)).toEqual([
			'2026-09-14',
			'2027-09-14',
			'2026-09-14'
		]);
		const household = await people(applicationId);
		expect(household.map(({ role, firstName }) => `${role} ${firstName}`)).toEqual([
			'applicant Élodie',
			'coapplicant Matteo',
			'dependant Noé',
			'dependant Inès'
		]);
		expect(household[0]).toMatchObject({
			birthName: 'Lestrade',
			addressLine: '12 rue des Exemples',
			addressCommune: '06004',
			contract: 'CDI',
			origin: 'official'
		});
		expect(household[1]).toMatchObject({ linkToApplicant: 'M', nationality: '2' });
	});

	it('keeps amounts to the cent and the first choice first', async () => {
		const { applicationId } = await imports(xml);
		const { incomes, resources } = await as((tx) => incomesOf(tx, applicationId));
		expect(incomes.map(({ year, amountEuros }) => [year, amountEuros]).sort()).toEqual([
			[2024, 11720],
			[2024, 19210],
			[2025, 14300],
			[2025, 19850]
		]);
		expect(resources.find(({ code }) => code === 'SAL')).toMatchObject({
			direction: 'received',
			monthlyCents: 165_450
		});
		expect(resources.find(({ code }) => code === 'PAV')).toMatchObject({
			direction: 'paid',
			monthlyCents: 12_000
		});
		const housing = await as((tx) => housingOf(tx, applicationId));
		expect(housing.current).toMatchObject({
			model: 'LP',
			rentCents: 89_000,
			surfaceM2: 38,
			occupants: 4
		});
		expect(housing.communes.map(({ insee }) => insee)).toEqual(['06004', '06152']);
		expect(housing.types.map(({ type }) => type)).toEqual(['T3', 'T4']);
	});

	it('writes that SNE registered it that day, and opens an account without a password', async () => {
		const { applicationId } = await imports(xml);
		expect(await happened(applicationId)).toEqual(['registered 2026-09-14']);
		const [event] = await as((tx) => eventsOf(tx, applicationId));
		expect(event).toMatchObject({ origin: 'official', author: 'SNE' });
		const accounts = await as((tx) =>
			tx.select().from(applicantAccount).where(eq(applicantAccount.applicationId, applicationId))
		);
		expect(accounts).toMatchObject([{ passwordHash: null, activatedAt: null }]);
	});

	it('copes with a file of almost nothing, and lists what it has no place for', async () => {
		const minimal = readFileSync(
			new URL('../support/sne/demande-minimale.xml', import.meta.url),
			'utf8'
		);
		const { applicationId, leftOut } = await imports(minimal);
		expect(await people(applicationId)).toHaveLength(1);
		expect(leftOut).toEqual([]);
		const two = xml.replace(
			'<ns2:modeleLogement code="LP"/>',
			'<ns2:modeleLogement code="LP"/><ns2:modeleLogement code="HLM"/>'
		);
		const listed = await imports(
			two.replace('<ns2:personnePhysique>', '<ns2:zoneInconnue/><ns2:personnePhysique>')
		);
		expect(listed.leftOut.map(({ path }) => path.split('/').at(-1))).toEqual([
			'zoneInconnue',
			'modeleLogement'
		]);
		expect((await files(listed.applicationId))[0]?.leftOut).toEqual(listed.leftOut);
	});

	it('is kept as it came, sealed, and opens only as what it is', async () => {
		const withSecret = xml.replace(
			'<ns2:civilite code="2"/>',
			'<ns2:civilite code="2"/><ns2:nir>289040600000042</ns2:nir>'
		);
		const { applicationId } = await imports(withSecret);
		const [kept] = await files(applicationId);
		expect(Buffer.from(kept!.content).includes('289040600000042')).toBe(false);
		expect(kept!.sha256).toBe(createHash('sha256').update(withSecret).digest('hex'));
		const ring = keyringOf(environment().MASTER_KEYS);
		expect(Buffer.from(openOriginal(ring, kept!.content, kept!)).toString()).toBe(withSecret);
		const elsewhere = { ...kept!, applicationId: randomUUID() };
		expect(() => openOriginal(ring, kept!.content, elsewhere)).toThrow('seal');
		expect(() => openOriginal(ring, kept!.content.with(40, kept!.content[40]! ^ 1), kept!)).toThrow(
			'seal'
		);
	});
});

describe('who may import', () => {
	it('is the software: a visitor and an agent are refused, and nothing is written', async () => {
		const agent = {
			kind: 'agent',
			staffId: randomUUID(),
			name: 'A',
			role: 'head',
			counterIds: []
		} as const;
		for (const actor of [VISITOR, agent]) {
			await expect(unitOfWork(actor, (tx) => importRequest(tx, actor, read(xml)))).rejects.toThrow(
				Refused
			);
		}
		const found = await as((tx) => tx.$count(application, eq(application.uniqueNumber, number)));
		expect(found).toBe(0);
	});
});
