import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSneFile } from './sne-file.ts';

const samples = new URL('../../../../tests/support/sne/', import.meta.url);
const file = (name: string): Uint8Array => readFileSync(new URL(name, samples));
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const minimal = new TextDecoder().decode(file('demande-minimale.xml'));
const minimalWith = (from: string | RegExp, to: string): Uint8Array =>
	bytes(minimal.replace(from, to));

describe('an agent imports a complete request', () => {
	const request = readSneFile(file('demande-complete.xml'));

	it('finds the request, its counter and its dates', () => {
		expect(request).toMatchObject({
			header: { interfaceVersion: '02.01', fileType: 'CRE', fileDate: '2026-09-14' },
			uniqueNumber: '006092600077706A01',
			counterCode: 'G0601',
			createdOn: '2026-09-14'
		});
	});

	it('finds the applicant with her address, work, incomes and resources', () => {
		expect(request.applicant).toEqual({
			civility: '2',
			lastName: 'Ferraro',
			birthName: 'Lestrade',
			firstName: 'Élodie',
			birthDate: '1989-04-17',
			nationality: '1',
			familySituation: 'M',
			mobile: '0639980042',
			email: 'elodie.ferraro@example.org',
			address: {
				abroad: false,
				number: '12',
				street: 'rue des Exemples',
				postcode: '06600',
				communeCode: '06004'
			},
			work: {
				profession: 'Aide-soignante',
				contract: 'CDI',
				employer: 'Clinique fictive des Pins',
				abroad: false,
				postcode: '06560',
				communeCode: '06152'
			},
			taxIncomes: [
				{ year: 2025, amountCents: 1_985_000 },
				{ year: 2024, amountCents: 1_921_000 }
			],
			resourcesReceived: [
				{ code: 'SAL', amountCents: 165_450 },
				{ code: 'AF', amountCents: 14_800 }
			],
			resourcesPaid: []
		});
	});

	it('finds the household', () => {
		expect(request.coapplicants).toMatchObject([
			{ firstName: 'Matteo', link: 'M', resourcesPaid: [{ code: 'PAV', amountCents: 12_000 }] }
		]);
		expect(request.dependants).toEqual([
			{ lastName: 'Ferraro', firstName: 'Noé', birthDate: '2016-02-29', sex: 'M', kinship: 'E' },
			{ lastName: 'Ferraro', firstName: 'Inès', birthDate: '2020-11-03', sex: 'F', kinship: 'E' }
		]);
	});

	it('finds the present home and what is wanted, in order', () => {
		expect(request.currentHousing).toEqual({
			models: ['LP'],
			monthlyRentCents: 89_000,
			occupants: 4,
			category: 'A',
			type: 'T2',
			surface: 38,
			owner: false
		});
		expect(request.wanted).toEqual({
			category: null,
			types: ['T3', 'T4'],
			communes: ['06004', '06152'],
			enlarged: true
		});
	});

	it('leaves nothing out', () => {
		expect(request.leftOut).toEqual([]);
	});
});

describe('an agent imports a file written otherwise', () => {
	it('in the default namespace, with hardly anything in it', () => {
		expect(readSneFile(file('demande-minimale.xml'))).toEqual({
			header: { interfaceVersion: '02.00', fileType: null, fileDate: null },
			uniqueNumber: '006102600000106A02',
			counterCode: null,
			createdOn: '2026-10-05',
			applicant: expect.objectContaining({ lastName: 'Okafor', firstName: null, address: null }),
			coapplicants: [],
			dependants: [],
			inCustody: [],
			unborn: null,
			currentHousing: null,
			wanted: { category: null, types: [], communes: [], enlarged: null },
			motives: [],
			leftOut: []
		});
	});

	it('without any namespace, with a grouped number, zones on dates and children to come', () => {
		expect(readSneFile(file('demande-sans-prefixe.xml'))).toMatchObject({
			header: { fileType: 'MOD', fileDate: '2026-11-02' },
			uniqueNumber: '006012600031406B03',
			counterCode: 'G1226',
			createdOn: '2026-01-08',
			unborn: { count: 2, dueOn: '2027-02-15' },
			inCustody: [{ birthDate: '2019-06-30', sex: 'F', custody: 'G' }],
			wanted: { enlarged: false },
			leftOut: []
		});
	});

	it('with amounts empty, absent or in French style, and only the unreadable one listed', () => {
		const request = readSneFile(file('demande-montants-vides.xml'));
		expect(request.applicant).toMatchObject({
			civility: null,
			birthDate: null,
			taxIncomes: [
				{ year: 2024, amountCents: null },
				{ year: 2023, amountCents: 1_248_050 }
			],
			resourcesReceived: [
				{ code: 'RSA', amountCents: null },
				{ code: 'CHO', amountCents: null },
				{ code: 'AF', amountCents: null }
			]
		});
		expect(request.unborn).toBeNull();
		const resource = 'demande/demandeLogement/personnePhysique/demandeur/listeRessourceRecue';
		expect(request.leftOut).toEqual([
			{ path: `${resource}/detailRessource/montant`, why: 'unreadable' }
		]);
	});

	it('in ISO-8859-1, in UTF-8 with a byte order mark, or with CDATA and character references', () => {
		expect(readSneFile(file('demande-latin1.xml')).applicant).toMatchObject({
			lastName: 'Lefèvre',
			firstName: 'Zoé'
		});
		expect(readSneFile(bytes(`\ufeff${minimal}`)).applicant.lastName).toBe('Okafor');
		const written = minimalWith('Okafor', 'D&#233;sir <![CDATA[& Fils]]>');
		expect(readSneFile(written).applicant.lastName).toBe('Désir & Fils');
	});

	it('with what the reader does not know, listed by path and without any value', () => {
		const request = readSneFile(file('demande-elements-inconnus.xml'));
		const person = 'demande/demandeLogement/personnePhysique/demandeur';
		const wanted = 'demande/demandeLogement/logementRecherche';
		const place = `${wanted}/listeLocalisationSouhaite/localisationSouhaite`;
		const byPath = (a: { path: string }, b: { path: string }) => (a.path < b.path ? -1 : 1);
		expect([...request.leftOut].sort(byPath)).toEqual(
			[
				{ path: '@versionInterface', why: 'unknown-code' },
				{ path: 'entete/typeFichier', why: 'unknown-code' },
				{ path: 'entete/dateFichier', why: 'unreadable' },
				{ path: 'demande/demandeLogement/blocNouveau', why: 'unknown-element' },
				{ path: person, why: 'repeated' },
				{ path: `${person}/prenom@autre`, why: 'unknown-attribute' },
				{ path: `${person}/nom`, why: 'unknown-element' },
				{ path: `${person}/numeroSecurite`, why: 'unknown-element' },
				{ path: `${person}/situationFamiliale@code`, why: 'unknown-code' },
				{ path: `${person}/mel`, why: 'unreadable' },
				{
					path: `${person}/listeRessourceRecue/detailRessource/ressource@code`,
					why: 'unknown-code'
				},
				{ path: `${person}/listeRessourceRecue/detailRessource/montant`, why: 'not-kept' },
				{ path: `${wanted}/listeTypeLogement/typeLogement@code`, why: 'unknown-code' },
				{ path: `${place}/commune@code`, why: 'unreadable' },
				{ path: `${place}/quartier`, why: 'unknown-element' }
			].sort(byPath)
		);
		expect(JSON.stringify(request.leftOut)).not.toMatch(/personnelle|0000|Intrus|Second/);
		expect(request.applicant.lastName).toBe('Garnier');
		expect(request.wanted).toMatchObject({ types: ['T3'], communes: ['06155'] });
	});
});
