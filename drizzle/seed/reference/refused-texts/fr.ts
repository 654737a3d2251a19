import type { RefusedTexts } from '../paper-looks.ts';

/** What will not do, in French. */
export const fr: RefusedTexts = {
	national_id_card: 'Un seul côté de la carte. Une photo où un bord manque.',
	passport: 'Une page sans la photo et le nom.',
	residence_permit: 'Un titre dont la date est passée. Un seul côté du titre.',
	residence_permit_receipt: 'Un récépissé dont la date est passée.',
	birth_certificate: 'Un acte sans sa traduction, s’il est dans une autre langue.',
	guardianship_order: 'Une décision dont il manque des pages.',
	tax_notice_n2: 'L’avis d’une autre année. Une seule page. La déclaration, à la place de l’avis.',
	foreign_tax_notice: 'Un avis sans sa traduction en français.',
	tax_notice_n1: 'L’avis d’une autre année. Une seule page.',
	income_last_12_months: 'Moins de douze mois. Un numéro de sécurité sociale visible.',
	family_record_book: 'La page d’un seul membre de la famille.',
	pacs_certificate: 'Une attestation où on ne lit pas les deux noms ou la date.',
	pacs_dissolution: 'L’attestation de PACS, à la place du papier qui dit qu’il est terminé.',
	death_certificate:
		'Une photo où un bord manque. Un acte sans sa traduction, s’il est dans une autre langue.',
	pregnancy_certificate:
		'Un certificat d’avant la fin de la 12e semaine. Une image d’échographie, à la place du certificat.',
	divorce_judgment: 'Une décision dont il manque des pages.',
	separation_order:
		'Une seule page de la décision. La demande de divorce, à la place de la décision.',
	custody_decision: 'Une décision dont il manque des pages.',
	protection_order: 'Une décision dont il manque des pages. La plainte, à la place de la décision.',
	student_card: 'La carte d’une autre année.',
	apprenticeship_contract: 'Un contrat terminé, ou sans signature. Une seule page.',
	work_contract: 'Un contrat terminé, ou sans signature.',
	employer_statement: 'Une lettre sans date, sans signature ou sans le nom de l’employeur.',
	unemployment_statement: 'Une attestation ancienne.',
	business_registration: 'Un papier où on ne lit pas votre nom ou celui de l’entreprise.',
	payslips: 'Moins de trois mois. Un numéro de sécurité sociale visible.',
	business_accounts: 'Les comptes d’une année ancienne. Une seule page du bilan.',
	pension_notice: 'Un numéro de sécurité sociale visible.',
	disability_pension_notice: 'Un avis ancien. Un numéro de sécurité sociale visible.',
	daily_allowance_slips: 'Un relevé ancien. Un numéro de sécurité sociale visible.',
	family_allowance_statement: 'Une attestation ancienne. Un numéro de sécurité sociale visible.',
	alimony_judgment: 'Une seule page de la décision. Un montant qu’on ne peut pas lire.',
	student_grant_notice: 'L’avis d’une autre année. La demande de bourse, à la place de l’avis.',
	lease: 'Un bail sans toutes ses pages, ou sans signature.',
	rent_receipt: 'La quittance d’un mois ancien.',
	landlord_certificate:
		'Une attestation sans date ou sans signature. Une attestation qui ne parle pas du loyer.',
	host_certificate: 'Une attestation sans date ou sans signature.',
	accommodation_receipt: 'Un reçu ancien. Un reçu sans votre nom ou sans celui du lieu.',
	social_worker_certificate: 'Une attestation sans date, sans signature ou sans le nom du service.',
	domiciliation_certificate:
		'Une attestation dont la date est passée. Une photo où un bord manque.',
	title_deed: 'Une seule page de l’acte. Une page coupée ou floue.',
	financing_plan: 'Un plan dont il manque des pages. Des montants qu’on ne peut pas lire.',
	notice_to_quit: 'Une lettre dont il manque des pages.',
	eviction_papers: 'Une seule page du jugement ou du commandement. Une page coupée ou floue.',
	demolition_notice: 'Un papier où on ne lit pas l’adresse du logement. Une page coupée ou floue.',
	indecency_report:
		'Vos photos du logement, à la place du constat. Un constat dont il manque des pages.',
	insalubrity_order:
		'Une seule page de l’arrêté. Le constat d’une visite, à la place de la décision.',
	complaint:
		'Une lettre écrite par vous, à la place du papier de la police ou de la gendarmerie. Une page coupée.',
	medical_certificate: 'Un certificat au nom d’une autre personne.',
	disability_decision: 'Une décision dont la date est passée.',
	family_reunification_filing: 'Le formulaire que vous avez rempli, sans la preuve du dépôt.',
	childminder_licence: 'Un agrément dont la date est passée. Une page coupée ou floue.',
	job_offer_or_transfer:
		'Une annonce d’emploi, à la place de la promesse d’embauche. Une lettre sans date ou sans signature.',
	over_indebtedness_file:
		'Une seule page de la décision. Des lettres de relance, à la place du dossier.'
};
