import type { RefusedTexts } from '../paper-looks.ts';

/** What will not do, in English. */
export const en: RefusedTexts = {
	national_id_card: 'Only one side of the card. A photo with an edge missing.',
	passport: 'A page without the photo and the name.',
	residence_permit: 'A permit whose date has passed. Only one side of the permit.',
	residence_permit_receipt: 'A receipt whose date has passed.',
	birth_certificate: 'A certificate without its translation, if it is in another language.',
	guardianship_order: 'A decision with pages missing.',
	tax_notice_n2: 'The notice of another year. A single page. The tax return instead of the notice.',
	foreign_tax_notice: 'A notice without its French translation.',
	tax_notice_n1: 'The notice of another year. A single page.',
	family_record_book: 'The page of only one member of the family.',
	divorce_judgment: 'A decision with pages missing.',
	custody_decision: 'A decision with pages missing.',
	student_card: 'The card of another year.',
	work_contract: 'A contract that has ended, or without signature.',
	unemployment_statement: 'An old statement.',
	payslips: 'Fewer than three months. A social security number that can be seen.',
	pension_notice: 'A social security number that can be seen.',
	family_allowance_statement: 'An old statement. A social security number that can be seen.',
	lease: 'A lease without all its pages, or without signature.',
	rent_receipt: 'The receipt of an old month.',
	host_certificate: 'A certificate without date or signature.',
	notice_to_quit: 'A letter with pages missing.',
	medical_certificate: 'A certificate in another person’s name.',
	disability_decision: 'A decision whose date has passed.'
};
