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
	income_last_12_months: 'Fewer than twelve months. A social security number that can be seen.',
	family_record_book: 'The page of only one member of the family.',
	pacs_certificate: 'A certificate on which both names or the date cannot be read.',
	pacs_dissolution: 'The PACS certificate instead of the paper that says it has ended.',
	death_certificate:
		'A photo with an edge missing. A certificate without its translation, if it is in another language.',
	pregnancy_certificate:
		'A certificate from before the end of the 12th week. A scan picture instead of the certificate.',
	divorce_judgment: 'A decision with pages missing.',
	separation_order:
		'A single page of the decision. The application for divorce instead of the decision.',
	custody_decision: 'A decision with pages missing.',
	protection_order: 'A decision with pages missing. The complaint instead of the decision.',
	student_card: 'The card of another year.',
	apprenticeship_contract: 'A contract that has ended, or without signature. A single page.',
	work_contract: 'A contract that has ended, or without signature.',
	employer_statement: 'A letter without date, signature or the employer’s name.',
	unemployment_statement: 'An old statement.',
	business_registration: 'A paper on which your name or that of the business cannot be read.',
	payslips: 'Fewer than three months. A social security number that can be seen.',
	business_accounts: 'The accounts of an old year. A single page of the balance sheet.',
	pension_notice: 'A social security number that can be seen.',
	disability_pension_notice: 'An old notice. A social security number that can be seen.',
	daily_allowance_slips: 'An old slip. A social security number that can be seen.',
	family_allowance_statement: 'An old statement. A social security number that can be seen.',
	alimony_judgment: 'A single page of the decision. An amount that cannot be read.',
	student_grant_notice: 'The notice of another year. The grant application instead of the notice.',
	lease: 'A lease without all its pages, or without signature.',
	rent_receipt: 'The receipt of an old month.',
	landlord_certificate:
		'A certificate without date or signature. A certificate that says nothing of the rent.',
	host_certificate: 'A certificate without date or signature.',
	accommodation_receipt: 'An old receipt. A receipt without your name or that of the place.',
	social_worker_certificate: 'A certificate without date, signature or the name of the service.',
	domiciliation_certificate: 'A certificate whose date has passed. A photo with an edge missing.',
	title_deed: 'A single page of the deed. A cut-off or blurred page.',
	financing_plan: 'A plan with pages missing. Amounts that cannot be read.',
	notice_to_quit: 'A letter with pages missing.',
	eviction_papers: 'A single page of the judgment or of the order. A cut-off or blurred page.',
	demolition_notice:
		'A paper on which the address of the home cannot be read. A cut-off or blurred page.',
	indecency_report: 'Your photos of the home instead of the report. A report with pages missing.',
	insalubrity_order: 'A single page of the order. The report of a visit instead of the decision.',
	complaint:
		'A letter that you wrote instead of the paper from the police or the gendarmerie. A cut-off page.',
	medical_certificate: 'A certificate in another person’s name.',
	disability_decision: 'A decision whose date has passed.',
	family_reunification_filing: 'The form that you filled in, without the proof that it was filed.',
	childminder_licence: 'A licence whose date has passed. A cut-off or blurred page.',
	job_offer_or_transfer:
		'A job advert instead of the promise of a job. A letter without date or signature.',
	over_indebtedness_file: 'A single page of the decision. Reminder letters instead of the file.'
};
