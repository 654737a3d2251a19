import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { and, asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { system, VISITOR } from '../../src/lib/domain/accounts/actor.ts';
import { Refused } from '../../src/lib/domain/errors.ts';
import { importRequest } from '../../src/lib/server/applications/import-request.ts';
import { eventsOf, housingOf, incomesOf } from '../../src/lib/server/applications/queries.ts';
import { recordEvent } from '../../src/lib/server/applications/record-event.ts';
import { openOriginal } from '../../src/lib/server/applications/seal-original.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { applicantAccount } from '../../src/lib/server/db/schema/accounts.ts';
import { application, person, sneFile } from '../../src/lib/server/db/schema/applications.ts';
import { paper } from '../../src/lib/server/db/schema/documents.ts';
import { unitOfWork, type Tx } from '../../src/lib/server/db/unit-of-work.ts';
import { keyringOf } from '../../src/lib/server/documents/keyring.ts';
import { environment } from '../../src/lib/server/environment.ts';
import { readSneFile } from '../../src/lib/server/ports/sne-file.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

const IMPORT = system('test');
const COMPLETE = readFileSync(new URL('../support/sne/demande-complete.xml', import.meta.url), 'utf8');
let database: TestDatabase;
let serial = 0;
let number: string;
let xml: string;

beforeAll(async () => {
	database = await testDatabase();
});
beforeEach(() => {
	setClock('2026-11-23T09:00:00+01:00');
	number = `0060926${String(++serial).padStart(6, '0')}06A01`;
	xml = COMPLETE.replace('006092600077706A01', number);
});
afterAll(async () => {
	setClock();
	await database.drop();
});

const as = <T>(work: (tx: Tx) => Promise<T>) => unitOfWork(IMPORT, work);
const read = (text: string) => {
	const original = Buffer.from(text);
	return { request: readSneFile(original), original };
};
const imports = (text = xml) => as((tx) => importRequest(tx, IMPORT, read(text)));
const row = (id: string) => as(async (tx) => (await tx.select().from(application).where(eq(application.id, id)))[0]!);
const people = (id: string) =>
	as((tx) => tx.select().from(person).where(eq(person.applicationId, id)).orderBy(asc(person.role), asc(person.position)));
const idsByName = async (id: string) =>
	Object.fromEntries((await people(id)).map(({ id: personId, firstName }) => [firstName, personId]));
const happened = async (id: string) =>
	(await as((tx) => eventsOf(tx, id))).map(({ kind, occurredOn }) => `${kind} ${occurredOn.toString()}`);
const files = (id: string) => as((tx) => tx.select().from(sneFile).where(eq(sneFile.applicationId, id)));

/** A later file of the same request. */
const later = (change: (text: string) => string, type = 'MOD', date = '2026-11-02') =>
	change(xml).replace('<ns2:typeFichier>CRE', `<ns2:typeFichier>${type}`).replace('<ns2:dateFichier>2026-09-14', `<ns2:dateFichier>${date}`);

const aPaper = (applicationId: string, personId: string) =>
	as((tx) =>
		tx.insert(paper).values({
			applicationId,
			personId,
			categoryCode: 'birth_certificate',
			state: 'passed_on',
			fileName: 'acte.pdf',
			mediaType: 'application/pdf',
			byteSize: 10,
			sha256: '0'.repeat(64),
			sendingId: randomUUID(),
			sentBy: 'test',
			receivedAt: Temporal.Instant.from('2026-11-01T09:00:00Z')
		})
	);

describe('a file of a request that is not known here', () => {
	it('creates the request, its people, its money and its wishes, all official and dated', async () => {
		const { applicationId, outcome, uniqueNumber } = await imports();
		expect([outcome, uniqueNumber]).toEqual(['created', number]);
		const request = await row(applicationId);
		expect(request).toMatchObject({ uniqueNumber: number, registeringCode: 'G0601', state: 'registered', origin: 'official', enlargedSearch: true });
		expect([request.filedOn, request.validUntil, request.statedOn].map(String)).toEqual(['2026-09-14', '2027-09-14', '2026-09-14']);
		const household = await people(applicationId);
		expect(household.map(({ role, firstName }) => `${role} ${firstName}`)).toEqual([
			'applicant Élodie', 'coapplicant Matteo', 'dependant Noé', 'dependant Inès'
		]);
		expect(household[0]).toMatchObject({ birthName: 'Lestrade', addressLine: '12 rue des Exemples', addressCommune: '06004', contract: 'CDI', origin: 'official' });
		expect(household[1]).toMatchObject({ linkToApplicant: 'M', nationality: '2' });
	});

	it('keeps amounts to the cent and the first choice first', async () => {
		const { applicationId } = await imports();
		const { incomes, resources } = await as((tx) => incomesOf(tx, applicationId));
		expect(incomes.map(({ year, amountEuros }) => [year, amountEuros]).sort()).toEqual([[2024, 11720], [2024, 19210], [2025, 14300], [2025, 19850]]);
		expect(resources.find(({ code }) => code === 'SAL')).toMatchObject({ direction: 'received', monthlyCents: 165_450 });
		expect(resources.find(({ code }) => code === 'PAV')).toMatchObject({ direction: 'paid', monthlyCents: 12_000 });
		const housing = await as((tx) => housingOf(tx, applicationId));
		expect(housing.current).toMatchObject({ model: 'LP', rentCents: 89_000, surfaceM2: 38, occupants: 4 });
		expect(housing.communes.map(({ insee }) => insee)).toEqual(['06004', '06152']);
		expect(housing.types.map(({ type }) => type)).toEqual(['T3', 'T4']);
	});

	it('writes that SNE registered it that day, and opens an account without a password', async () => {
		const { applicationId } = await imports();
		expect(await happened(applicationId)).toEqual(['registered 2026-09-14']);
		const [event] = await as((tx) => eventsOf(tx, applicationId));
		expect(event).toMatchObject({ origin: 'official', author: 'SNE' });
		const accounts = await as((tx) => tx.select().from(applicantAccount).where(eq(applicantAccount.applicationId, applicationId)));
		expect(accounts).toMatchObject([{ passwordHash: null, activatedAt: null }]);
	});

	it('copes with a file of almost nothing, and lists what it has no place for', async () => {
		const minimal = readFileSync(new URL('../support/sne/demande-minimale.xml', import.meta.url), 'utf8');
		const { applicationId, leftOut } = await imports(minimal);
		expect(await people(applicationId)).toHaveLength(1);
		expect(leftOut).toEqual([]);
		const two = xml.replace('<ns2:modeleLogement code="LP"/>', '<ns2:modeleLogement code="LP"/><ns2:modeleLogement code="HLM"/>');
		const listed = await imports(two.replace('<ns2:personnePhysique>', '<ns2:zoneInconnue/><ns2:personnePhysique>'));
		expect(listed.leftOut.map(({ path }) => path.split('/').at(-1))).toEqual(['zoneInconnue', 'modeleLogement']);
		expect((await files(listed.applicationId))[0]?.leftOut).toEqual(listed.leftOut);
	});

	it('is kept as it came, sealed, and opens only as what it is', async () => {
		const withSecret = xml.replace('<ns2:civilite code="2"/>', '<ns2:civilite code="2"/><ns2:nir>289040600000042</ns2:nir>');
		const { applicationId } = await imports(withSecret);
		const [kept] = await files(applicationId);
		expect(Buffer.from(kept!.content).includes('289040600000042')).toBe(false);
		expect(kept!.sha256).toBe(createHash('sha256').update(withSecret).digest('hex'));
		const ring = keyringOf(environment().MASTER_KEYS);
		expect(Buffer.from(openOriginal(ring, kept!.content, kept!)).toString()).toBe(withSecret);
		const elsewhere = { ...kept!, applicationId: randomUUID() };
		expect(() => openOriginal(ring, kept!.content, elsewhere)).toThrow('seal');
		expect(() => openOriginal(ring, kept!.content.with(40, kept!.content[40]! ^ 1), kept!)).toThrow('seal');
	});
});

describe('a later file of the same request', () => {
	it('changes what it says and keeps the number, the seniority and the people with their papers', async () => {
		const { applicationId } = await imports();
		const before = await idsByName(applicationId);
		await aPaper(applicationId, before['Noé']!);
		const moved = later((text) =>
			text.replace('rue des Exemples', 'avenue Inventée').replace('2026-09-14</ns2:dateCreation', '2026-10-30</ns2:dateCreation').replace('<ns2:nom>Ferraro</ns2:nom>\n\t\t\t\t\t\t<ns2:prenom>Noé', '<ns2:nom>Lestrade</ns2:nom>\n\t\t\t\t\t\t<ns2:prenom>Noé')
		);
		const { outcome, leftOut } = await imports(moved);
		expect(outcome).toBe('updated');
		expect(leftOut).toEqual([{ path: 'demande/demandeLogement/dateCreationDemande', why: 'not-kept' }]);
		const request = await row(applicationId);
		expect([request.filedOn, request.validUntil, request.statedOn].map(String)).toEqual(['2026-09-14', '2027-09-14', '2026-11-02']);
		expect(await idsByName(applicationId)).toEqual(before);
		const household = await people(applicationId);
		expect(household[0]?.addressLine).toBe('12 avenue Inventée');
		expect(household.find(({ firstName }) => firstName === 'Noé')?.lastName).toBe('Lestrade');
		expect(await happened(applicationId)).toEqual(['modified 2026-11-02', 'registered 2026-09-14']);
		expect(await files(applicationId)).toHaveLength(2);
	});

	it('removes who left, save somebody papers are about', async () => {
		const { applicationId } = await imports();
		const before = await idsByName(applicationId);
		await aPaper(applicationId, before['Inès']!);
		await imports(later((text) => text.replace(/<ns2:listePersonneACharge>.*<\/ns2:listePersonneACharge>/s, '')));
		const after = (await people(applicationId)).map(({ firstName }) => firstName);
		expect(after).toEqual(['Élodie', 'Matteo', 'Inès']);
	});

	it('leaves alone the blocks it does not hold', async () => {
		const { applicationId } = await imports();
		const before = await as((tx) => housingOf(tx, applicationId));
		await imports(later((text) => text.replace(/<ns2:logementRecherche>.*<\/ns2:logementRecherche>/s, '').replace(/<ns2:revenuFiscal>.*?<\/ns2:revenuFiscal>/gs, '')));
		expect(await as((tx) => housingOf(tx, applicationId))).toMatchObject({ types: before.types, communes: before.communes });
		expect((await as((tx) => incomesOf(tx, applicationId))).incomes).toHaveLength(4);
		expect((await row(applicationId)).enlargedSearch).toBe(true);
	});

	it('renews the request when it is a renewal', async () => {
		const { applicationId } = await imports();
		await imports(later((text) => text, 'REN', '2026-11-20'));
		expect((await row(applicationId)).validUntil.toString()).toBe('2027-11-20');
		expect(await happened(applicationId)).toEqual(['renewed 2026-11-20', 'registered 2026-09-14']);
	});

	it('adds nothing to the history of a request that was struck off', async () => {
		const { applicationId } = await imports();
		await as((tx) =>
			recordEvent(tx, IMPORT, { applicationId, kind: 'struck_off_renounced', occurredOn: Temporal.PlainDate.from('2026-10-01'), origin: 'official', author: 'SNE' })
		);
		expect((await imports(later((text) => text, 'COP'))).outcome).toBe('updated');
		expect((await happened(applicationId))[0]).toBe('struck_off_renounced 2026-10-01');
		expect((await row(applicationId)).state).toBe('struck_off');
	});
});

describe('the same file again', () => {
	it('changes nothing, even after a newer one', async () => {
		const { applicationId } = await imports();
		const newer = later((text) => text.replace('rue des Exemples', 'avenue Inventée'));
		await imports(newer);
		const before = [await row(applicationId), await people(applicationId), await happened(applicationId)];
		setClock('2026-11-24T09:00:00+01:00');
		expect((await imports()).outcome).toBe('unchanged');
		expect((await imports(newer)).outcome).toBe('unchanged');
		expect([await row(applicationId), await people(applicationId), await happened(applicationId)]).toEqual(before);
		expect(await files(applicationId)).toHaveLength(2);
	});

	it('eight times at once gives one request', async () => {
		const outcomes = await Promise.all(Array.from({ length: 8 }, () => imports()));
		expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['created', ...Array<string>(7).fill('unchanged')]);
		const { applicationId } = outcomes[0]!;
		expect(await people(applicationId)).toHaveLength(4);
		expect(await happened(applicationId)).toEqual(['registered 2026-09-14']);
	});

	it('or two different files at once: one creates, the other updates', async () => {
		const other = later((text) => text.replace('rue des Exemples', 'avenue Inventée'));
		const outcomes = await Promise.all([imports(), imports(other)]);
		expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['created', 'updated']);
		expect(await people(outcomes[0].applicationId)).toHaveLength(4);
	});
});

describe('who may import', () => {
	it('is the software: a visitor and an agent are refused, and nothing is written', async () => {
		const agent = { kind: 'agent', staffId: randomUUID(), name: 'A', role: 'head', counterIds: [] } as const;
		for (const actor of [VISITOR, agent]) {
			await expect(unitOfWork(actor, (tx) => importRequest(tx, actor, read(xml)))).rejects.toThrow(Refused);
		}
		const found = await as((tx) => tx.$count(application, and(eq(application.uniqueNumber, number))));
		expect(found).toBe(0);
	});
});
