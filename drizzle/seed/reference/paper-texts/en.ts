import type { PaperTexts } from '../paper-categories.ts';

/** Name and meaning of each paper, in English; the French term stays where that is what is printed on it. */
export const en: PaperTexts = {
	national_id_card: ['National identity card', 'Both sides of the card.'],
	passport: ['Passport', 'The page with the photo and the name.'],
	residence_permit: ['Residence permit (titre de séjour)', 'Both sides, still valid.'],
	residence_permit_receipt: [
		'Residence permit receipt (récépissé)',
		'The paper you get when you renew a residence permit. A first permit? Ask the counter.'
	],
	birth_certificate: ['Birth certificate', 'From the town hall of the place of birth.'],
	guardianship_order: [
		'Guardianship order',
		'The judge’s decision that protects an adult or a child.'
	],
	tax_notice_n2: [
		'Tax notice on the income of two years ago',
		'Every page of the notice. It shows the reference tax income (revenu fiscal de référence).'
	],
	foreign_tax_notice: [
		'Tax notice from another country',
		'If you declared your income in another country. With its translation into French.'
	],
	tax_notice_n1: ['Latest tax notice', 'On last year’s income. Useful if your income has fallen.'],
	income_last_12_months: [
		'Income of the last 12 months',
		'The papers that show what you received. Useful if your income has fallen by 10% or more.'
	],
	family_record_book: [
		'Family record book (livret de famille)',
		'Every filled-in page: parents and children.'
	],
	pacs_certificate: [
		'Civil partnership certificate (PACS)',
		'The paper that says you are in a PACS.'
	],
	pacs_dissolution: [
		'End of a civil partnership (PACS)',
		'The paper that says the PACS has ended.'
	],
	death_certificate: [
		'Death certificate',
		'From the town hall. If your husband, wife or partner has died.'
	],
	pregnancy_certificate: ['Pregnancy certificate', 'From the doctor or the midwife.'],
	divorce_judgment: [
		'Divorce judgment or agreement',
		'The judge’s decision, or the agreement signed before a notary.'
	],
	separation_order: ['Separation: temporary decision of the judge', 'If the divorce is under way.'],
	custody_decision: [
		'Decision on the care of the children',
		'The judge’s decision, or the parents’ agreement.'
	],
	protection_order: [
		'Protection order',
		'The judge’s decision that protects a person from violence.'
	],
	student_card: ['Student card', 'This year’s card or enrolment certificate.'],
	apprenticeship_contract: ['Apprenticeship contract', 'The signed contract.'],
	work_contract: ['Work contract', 'The signed contract, in force.'],
	employer_statement: [
		'Statement from the employer',
		'A letter from your employer about your job.'
	],
	unemployment_statement: [
		'Statement from France Travail',
		'The paper that says you are registered and what you receive.'
	],
	business_registration: [
		'Registration of your business',
		'If you are self-employed: craft, shop, freelance.'
	],
	payslips: ['Last three payslips', 'One file for each, or all three together.'],
	business_accounts: [
		'Accounts of your business',
		'The latest balance sheet, or the accountant’s statement.'
	],
	pension_notice: ['Retirement pension: payment notice', 'What the pension funds pay.'],
	disability_pension_notice: ['Disability pension: payment notice', 'What the fund pays.'],
	daily_allowance_slips: [
		'Sick pay or unemployment benefit',
		'The statements of what you receive.'
	],
	family_allowance_statement: ['Statement from the CAF or MSA', 'The list of your benefits.'],
	alimony_judgment: ['Alimony or child support', 'The decision that sets what you receive or pay.'],
	student_grant_notice: ['Student grant', 'The notice of the grant.'],
	lease: ['Lease', 'The signed contract for your present home.'],
	rent_receipt: ['Rent receipt', 'The latest you have.'],
	landlord_certificate: [
		'Statement from the landlord',
		'It says that you are the tenant and that the rent is paid.'
	],
	host_certificate: [
		'Statement from the person who hosts you',
		'They write that you live in their home.'
	],
	accommodation_receipt: [
		'Receipt from a hostel, hotel or campsite',
		'The receipt or statement from the place where you sleep.'
	],
	social_worker_certificate: [
		'Statement from a social worker',
		'It describes your housing situation.'
	],
	domiciliation_certificate: [
		'Postal address certificate (domiciliation)',
		'The address where you get your mail, if you have no home.'
	],
	title_deed: ['Title deed', 'If you own a home.'],
	financing_plan: ['Financing plan', 'If you own a home: the loans to repay.'],
	notice_to_quit: ['Notice from the landlord', 'The letter that asks you to leave.'],
	eviction_papers: ['Eviction papers', 'Order to pay or to leave, judgment.'],
	demolition_notice: ['Home to be demolished', 'The paper that announces the demolition.'],
	indecency_report: [
		'Home in bad condition: report',
		'The report of the CAF, the health agency or a bailiff (commissaire de justice).'
	],
	insalubrity_order: [
		'Order that the home is unfit or dangerous',
		'The decision of the préfet or the mayor about the home.'
	],
	complaint: ['Complaint to the police', 'The paper given by the police or the gendarmerie.'],
	medical_certificate: [
		'Medical certificate',
		'It says why another home is needed. No detail about the illness.'
	],
	disability_decision: [
		'Disability: MDPH decision or card',
		'The decision, or the mobility card (carte mobilité inclusion).'
	],
	family_reunification_filing: [
		'Family reunification',
		'The paper that proves the application was filed.'
	],
	childminder_licence: [
		'Childminder’s or foster carer’s licence',
		'The licence, or the application for it.'
	],
	job_offer_or_transfer: ['New job or transfer', 'The job offer, or the transfer decision.'],
	over_indebtedness_file: [
		'Over-indebtedness file',
		'The decision, or proof that the file was submitted.'
	]
};
