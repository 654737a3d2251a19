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
	family_record_book: 'La page d’un seul membre de la famille.',
	divorce_judgment: 'Une décision dont il manque des pages.',
	custody_decision: 'Une décision dont il manque des pages.',
	student_card: 'La carte d’une autre année.',
	work_contract: 'Un contrat terminé, ou sans signature.',
	unemployment_statement: 'Une attestation ancienne.',
	payslips: 'Moins de trois mois. Un numéro de sécurité sociale visible.',
	pension_notice: 'Un numéro de sécurité sociale visible.',
	family_allowance_statement: 'Une attestation ancienne. Un numéro de sécurité sociale visible.',
	lease: 'Un bail sans toutes ses pages, ou sans signature.',
	rent_receipt: 'La quittance d’un mois ancien.',
	host_certificate: 'Une attestation sans date ou sans signature.',
	notice_to_quit: 'Une lettre dont il manque des pages.',
	medical_certificate: 'Un certificat au nom d’une autre personne.',
	disability_decision: 'Une décision dont la date est passée.'
};
