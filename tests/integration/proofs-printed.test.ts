import { buffer } from 'node:stream/consumers';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { VISITOR, type Actor, type Agent } from '../../src/lib/domain/accounts/actor.ts';
import { PROOF_KINDS, type ProofKind } from '../../src/lib/domain/proofs/proofs.ts';
import { recordEvent } from '../../src/lib/server/applications/record-event.ts';
import { saveLandlord } from '../../src/lib/server/bodies/save-landlord.ts';
import { saveRegisteringBody } from '../../src/lib/server/bodies/save-registering-body.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { auditEntry } from '../../src/lib/server/db/schema/audit.ts';
import { unitOfWork, type Tx } from '../../src/lib/server/db/unit-of-work.ts';
import { environment } from '../../src/lib/server/environment.ts';
import { makeProof } from '../../src/lib/server/proofs/make-proof.ts';
import { writeProof } from '../../src/lib/server/proofs/pdf/write-proof.ts';
import { setSetting } from '../../src/lib/server/settings/set-setting.ts';
import { makeAppointment } from '../support/agents/territory.ts';
import { agentOf, MONDAY, outcomeOf, TESTING } from '../support/booking.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { readCode } from '../support/read-code.ts';
import { readPdf } from '../support/read-pdf.ts';
import { imports, newFile } from '../support/sne/import.ts';

let db: TestDatabase;
let antibes: Agent;
let head: Agent;
let elodie: string;
let number: string;
let other: string;
let otherNumber: string;
beforeAll(async () => {
	db = await testDatabase();
	setClock(MONDAY);
	antibes = await agentOf('antibes');
	head = await agentOf('antibes', 'head');
	const [first, second] = [newFile(), newFile()];
	[number, otherNumber] = [first.number, second.number];
	elodie = (await imports(first.xml)).applicationId;
	other = (
		await imports(
			second.xml
				.replaceAll('Ferraro', 'Quisling')
				.replaceAll('Lestrade', 'Zéphirin')
				.replaceAll('Élodie', 'Wladimir')
				.replaceAll('Noé', 'Ximena')
				.replace('rue des Exemples', 'quai des Témoins')
				.replace('0639980042', '0639980777')
				.replace('elodie.ferraro', 'wladimir.quisling')
		)
	).applicationId;
});
beforeEach(() => setClock(MONDAY));
afterAll(() => db.drop());

const applicant = (applicationId: string): Actor => ({
	kind: 'applicant',
	accountId: '0198c0de-0000-7000-8000-00000000000a',
	applicationId
});
const as = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => unitOfWork(actor, work);
const proof = (actor: Actor, kind: ProofKind, applicationId: string, locale = 'fr') =>
	as(actor, (tx) => makeProof(tx, actor, { kind, applicationId, locale }));
const print = async (kind: ProofKind, applicationId: string, locale = 'fr', actor?: Actor) =>
	readPdf(
		await buffer(
			writeProof(await proof(actor ?? applicant(applicationId), kind, applicationId, locale))
		)
	);

type Told = 'renewed' | 'sent_to_commission' | 'decided_ranked' | 'papers_received';
const event = (kind: Told, detail = {}, author = 'Bailleur des Pins (fictif)') =>
	as(TESTING, (tx) =>
		recordEvent(tx, TESTING, {
			applicationId: elodie,
			kind,
			occurredOn: Temporal.PlainDate.from('2026-11-20'),
			origin: author === 'applicant' ? 'declared' : 'official',
			author,
			detail
		})
	);

describe('the summary of a registration', () => {
	/** Each item of R441-2-4 with what its part of the page must hold. */
	const ITEMS: Record<string, (string | RegExp)[]> = {
		'a) Qui fait la demande': ['Ferraro', 'Élodie', '12 rue des Exemples, 06600 Antibes'],
		'b) Qui a enregistré la demande': ['G0601', 'à confirmer'],
		'c) Votre numéro unique': [/006 0926 \d{6} 06A01/],
		'd) Les dates': ['14 septembre 2026', 'Pas encore renouvelée'],
		'e) Les bailleurs des communes demandées': ['Erilia (à confirmer)', 'Antibes'],
		'f) Quand saisir la commission de médiation (DALO)': [
			'anormalement longue',
			'expulsion',
			'L441-2-3'
		],
		'g) À partir de quelle date, et à quelle adresse': [
			'Délai anormalement long',
			'Commission de médiation',
			'Sans délai',
			'à confirmer'
		],
		'h) Validité, renouvellement, radiation': [
			'14 septembre 2027',
			'R441-2-8',
			'renoncé par écrit',
			'bail',
			'restée sans réponse',
			'irrecevable',
			'pas été renouvelée à temps',
			'un mois avant'
		],
		'i) Savoir où en est votre demande': ['/espace', 'guichet'],
		'Annexe : les pièces': ['Carte nationale d’identité', 'Pièces complémentaires', 'Bail']
	};

	test.each(Object.entries(ITEMS))('says, as R441-2-4 asks: %s', async (title, said) => {
		const { text } = await print('enregistrement', elodie);
		const titles = Object.keys(ITEMS);
		const from = text.indexOf(title);
		const next = titles[titles.indexOf(title) + 1];
		expect(from).toBeGreaterThan(0);
		const part = text.slice(from, next ? text.indexOf(next, from) : undefined);
		for (const words of said)
			expect(part).toMatch(words instanceof RegExp ? words : literal(words));
	});

	test('says what it is: information, and where the official attestation comes from', async () => {
		const { text, title } = await print('enregistrement', elodie);
		expect(title).toBe('Récapitulatif de votre enregistrement');
		expect(text).toContain('L’attestation officielle est délivrée par le guichet');
		expect(text).not.toContain('Attestation d’enregistrement de la demande');
	});

	test('names the registering service and the landlords once the head of service has', async () => {
		await as(head, (tx) =>
			saveRegisteringBody(tx, head, {
				code: 'G0601',
				name: 'Mairie fictive',
				address: '1 place du Modèle',
				confirmed: true
			})
		);
		await as(head, (tx) =>
			saveLandlord(tx, head, {
				id: null,
				name: 'Bailleur de Biot (fictif)',
				communes: ['06018'],
				confirmed: true,
				active: true
			})
		);
		const { text } = await print('enregistrement', elodie);
		expect(text).toContain('Mairie fictive');
		expect(text).not.toContain('Mairie fictive (à confirmer)');
		expect(text).not.toContain('Bailleur de Biot');
	});

	test('says the delay, its day and the address once the head of service knows them', async () => {
		for (const [key, value] of [
			['abnormal_delay_months', 30],
			['mediation_address', 'Commission fictive, 06000 Nice']
		] as const)
			await as(head, (tx) => setSetting(tx, head, { key, value, confirmed: true }));
		const { text } = await print('enregistrement', elodie);
		for (const words of ['30 mois', '14 mars 2029', 'Commission fictive, 06000 Nice'])
			expect(text).toContain(words);
		expect(text).not.toContain('30 mois (à confirmer)');
	});

	test('can be signed by the counter when an agent prints it, and each print is in the journal', async () => {
		const { text } = await print('enregistrement', elodie, 'fr', antibes);
		expect(text).toContain('date, cachet et signature');
		expect((await print('enregistrement', elodie)).text).not.toContain('cachet');
		const printed = and(
			eq(auditEntry.applicationId, elodie),
			eq(auditEntry.action, 'print-proof'),
			eq(auditEntry.subjectId, 'enregistrement')
		);
		expect(await as(TESTING, (tx) => tx.$count(auditEntry, printed))).toBe(1);
	});
});

describe('a printed document', () => {
	beforeAll(async () => {
		setClock(MONDAY);
		await event('renewed');
		await event('papers_received', {}, 'applicant');
		await event('sent_to_commission', { landlord: 'Bailleur des Pins (fictif)' });
		await event('decided_ranked', { landlord: 'Bailleur des Pins (fictif)', rank: 2 });
		await makeAppointment({
			applicationId: elodie,
			slug: 'antibes',
			startsAt: '2026-12-03T08:30:00Z'
		});
	});

	test.each(PROOF_KINDS)('%s is tagged, titled and in French for a screen reader', async (kind) => {
		const pdf = await print(kind, elodie);
		expect(pdf.isMarked).toBe(true);
		expect(pdf.language).toBe('fr-FR');
		expect(pdf.title).not.toBe('');
		expect(pdf.roles.filter((role) => role === 'H1')).toHaveLength(1);
		for (const role of ['P', 'L', 'LI', 'LBody', 'Figure']) expect(pdf.roles).toContain(role);
		expect(pdf.alternatives).toEqual([expect.stringContaining('Code QR qui ouvre la page')]);
	});

	test.each(PROOF_KINDS)(
		'%s has Arabic beside the French, read in the right order',
		async (kind) => {
			const { title } = await proof(applicant(elodie), kind, elodie, 'ar');
			const pdf = await print(kind, elodie, 'ar');
			expect(pdf.languages).toContain('ar');
			expect(title.beside).toMatch(/[\u0600-\u06ff]/);
			// Lam and alif are one sign, which readers turn round: the tree says the text as it is read.
			expect(pdf.readAloud).toContain(title.beside);
		}
	);

	test.each(PROOF_KINDS)(
		'%s says nothing of the person in its title or its properties',
		async (kind) => {
			const pdf = await print(kind, elodie);
			for (const fact of ['Ferraro', 'Élodie', number, 'rue des Exemples'])
				expect(`${pdf.title} ${pdf.information}`).not.toContain(fact);
		}
	);

	/** Where the code of each leads, without language; that of the slip is the private link that the e-mail carries. */
	const OPENS: Record<ProofKind, RegExp> = {
		enregistrement: /^\/espace$/,
		renouvellement: /^\/espace$/,
		decision: /^\/espace$/,
		'ma-demande': /^\/espace$/,
		'rendez-vous': /^\/rendez-vous\/[\w-]{32}$/
	};

	test.each(PROOF_KINDS)('%s has a code that opens its page, and holds no fact', async (kind) => {
		for (const [locale, prefix] of [
			['fr', ''],
			['ar', '/ar']
		] as const) {
			const made = await proof(applicant(elodie), kind, elodie, locale);
			const read = new URL((await readCode(await buffer(writeProof(made)))) ?? '');
			expect(read.origin).toBe(environment().ORIGIN);
			expect(read.pathname.startsWith(prefix)).toBe(true);
			expect(read.pathname.slice(prefix.length)).toMatch(OPENS[kind]);
			expect(`${read.search}${read.hash}`).toBe('');
			expect(read.href).not.toContain(elodie);
		}
	});

	test.each(PROOF_KINDS)('%s of one person never holds a fact of another', async (kind) => {
		const said = (await print(kind, elodie, 'fr', head)).text;
		for (const fact of ['Quisling', 'Zéphirin', 'Wladimir', 'Ximena', 'Témoins', '0639980777'])
			expect(said).not.toContain(fact);
		expect(said).not.toContain(otherNumber.slice(7, 13));
	});

	test.each(PROOF_KINDS)('%s is refused to a stranger and to a visitor', async (kind) => {
		const valbonne = await agentOf('bouyon');
		for (const stranger of [applicant(other), VISITOR, valbonne])
			expect(await outcomeOf(proof(stranger, kind, elodie))).toBe('NotFound');
	});

	test('says of a renewal when, by whom, and when the next one comes', async () => {
		const { text } = await print('renouvellement', elodie);
		for (const words of ['20 novembre 2026', '20 novembre 2027', '21 septembre 2027', 'ancienneté'])
			expect(text).toContain(words);
	});

	test('says of a decision the rank and what it means, and that the letter counts', async () => {
		const { text } = await print('decision', elodie);
		for (const words of ['Votre rang 2', 'Bailleur des Pins', 'R441-3 b', 'fait foi'])
			expect(text.replaceAll('\u00a0', ' ')).toContain(words);
	});

	test('says of an appointment the day before the hour, and neither name nor number', async () => {
		const { text } = await print('rendez-vous', elodie);
		expect(text).toMatch(/jeudi 3 décembre 2026.*9 h 30/);
		expect(text).not.toContain('Ferraro');
		expect(text).not.toContain(number);
	});

	test('holds of my request every fact, each with who said it', async () => {
		const { text } = await print('ma-demande', elodie);
		for (const words of ['Ferraro', 'Noé', '39 98 00 42', '19 850', 'Officiel (SNE)', 'Il manque'])
			expect(text.replace(/[\u00a0\u202f]/g, ' ')).toContain(words);
		expect(text).toContain('Déclaré par le demandeur');
		expect(text).not.toContain('applicant');
	});
});

test('nothing is printed of what did not happen', async () => {
	for (const kind of ['renouvellement', 'decision', 'rendez-vous'] as const)
		expect(await outcomeOf(proof(applicant(other), kind, other))).toBe('NotFound');
});

const literal = (text: string) => new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
