import type { Line, Sheet } from './sheet.ts';

/** Of whom a fictional paper speaks, and the day it is drawn. */
export type About = { name: string; bornOn: string; city: string; today: Temporal.PlainDate };

const day = (date: Temporal.PlainDate) =>
	[date.day, date.month, date.year].map((part) => String(part).padStart(2, '0')).join('/');

const NOWHERE = 'Organisme fictif';

function identityCard({ name, bornOn, today }: About): Sheet[] {
	const lines: Line[] = [
		['Nom et prénom', name],
		['Né(e) le', bornOn],
		['Numéro', 'SPEC00FICTIF']
	];
	const valid: Line[] = [
		['Délivrée le', day(today.subtract({ years: 3 }))],
		['Valable jusqu’au', day(today.add({ years: 7 }))]
	];
	return [
		{ title: 'CARTE D’IDENTITÉ', from: NOWHERE, lines, shape: 'card', portrait: true },
		{ title: 'CARTE D’IDENTITÉ (verso)', from: NOWHERE, lines: valid, shape: 'card' }
	];
}

function residencePermit({ name, bornOn, today }: About): Sheet[] {
	const lines: Line[] = [
		['Nom et prénom', name],
		['Né(e) le', bornOn],
		['Fin de validité', day(today.subtract({ months: 2 }))]
	];
	return [{ title: 'TITRE DE SÉJOUR', from: NOWHERE, lines, shape: 'card', portrait: true }];
}

/** Of the income of two years ago, or of `years` ago. */
function taxNotice({ name, city, today }: About, years = 2): Sheet[] {
	const year = today.year - years;
	return [
		{
			title: `Avis d’impôt ${year + 1}`,
			from: 'Service des impôts fictif',
			lines: [
				['Impôt sur les revenus de l’année', String(year)],
				['Déclarant', name],
				['Adresse', `12, rue de l’Exemple, ${city}`],
				['Revenu fiscal de référence', '18 240 €'],
				['Nombre de parts', '2,5'],
				['Impôt net', '0 €']
			],
			text: ['Page 1 sur 2. Gardez ce document.']
		},
		{
			title: 'Détail des revenus',
			from: 'Service des impôts fictif',
			lines: [
				['Salaires', '20 267 €'],
				['Déduction de 10 %', '- 2 027 €'],
				['Revenu brut global', '18 240 €']
			],
			text: ['Page 2 sur 2.']
		}
	];
}

function payslips({ name, today }: About): Sheet[] {
	return [3, 2, 1].map((back) => {
		const month = today.subtract({ months: back });
		return {
			title: `Bulletin de paie ${String(month.month).padStart(2, '0')}/${month.year}`,
			from: 'Entreprise fictive, Antibes',
			lines: [
				['Salarié(e)', name],
				['Emploi', 'Employé(e) de bureau'],
				['Heures', '151,67'],
				['Salaire brut', '2 054,00 €'],
				['Cotisations', '- 474,00 €'],
				['Net à payer', '1 580,00 €']
			]
		};
	});
}

function rentReceipt({ name, city, today }: About): Sheet[] {
	const month = today.subtract({ months: 1 });
	return [
		{
			title: 'Quittance de loyer',
			from: 'Bailleur fictif',
			lines: [
				['Locataire', name],
				['Logement', `12, rue de l’Exemple, ${city}`],
				['Mois', `${String(month.month).padStart(2, '0')}/${month.year}`],
				['Loyer et charges', '742,00 €']
			],
			text: ['Le bailleur fictif déclare avoir reçu la somme ci-dessus.']
		}
	];
}

function medicalCertificate({ name, today }: About): Sheet[] {
	return [
		{
			title: 'Certificat médical',
			from: 'Cabinet fictif',
			lines: [
				['Patient(e)', name],
				['Fait le', day(today.subtract({ days: 20 }))]
			],
			text: [
				'Certificat fictif, pour la démonstration. Le logement actuel ne convient pas à l’état de santé décrit.'
			]
		}
	];
}

function familyBook({ name, city }: About): Sheet[] {
	const lines: Line[] = [
		['Parent', name],
		['Commune', city],
		['Enfants', 'Deux enfants fictifs']
	];
	return [{ title: 'Livret de famille', from: 'Mairie fictive', lines }];
}

const SHEETS: Readonly<Record<string, (about: About) => Sheet[]>> = {
	national_id_card: identityCard,
	residence_permit: residencePermit,
	tax_notice_n2: taxNotice,
	payslips,
	rent_receipt: rentReceipt,
	medical_certificate: medicalCertificate,
	family_record_book: familyBook
};

/** The pages of a fictional paper of this kind; `tax_notice_other_year` is one of the wrong year. */
export function sheetsOf(kind: string, about: About): Sheet[] {
	if (kind === 'tax_notice_other_year') return taxNotice(about, 4);
	const sheets = SHEETS[kind];
	if (!sheets) throw new Error(`no specimen of ${kind}`);
	return sheets(about);
}
