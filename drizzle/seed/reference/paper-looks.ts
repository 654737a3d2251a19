import type {
	PaperCategoryCode,
	PaperGroup
} from '../../../src/lib/domain/documents/categories.ts';
import type { KindDrawing } from '../../../src/lib/domain/documents/paper-kind-form.ts';

/**
 * What will not do, of each kind: what agents check before they upload (on the list, legible, complete, valid), said for
 * this paper. A working list, to be confirmed with the rest.
 */
export type RefusedTexts = Readonly<Record<PaperCategoryCode, string>>;

/** The picture of a group, for the kinds that have none of their own. */
const OF_GROUP: Readonly<Record<PaperGroup, KindDrawing>> = {
	identity: 'card',
	tax: 'tax',
	family: 'certificate',
	work: 'contract',
	resources: 'allowance',
	housing: 'lease',
	motive: 'letter'
};

const OF_KIND: Readonly<Partial<Record<PaperCategoryCode, KindDrawing>>> = {
	passport: 'passport',
	residence_permit: 'permit',
	residence_permit_receipt: 'permit',
	birth_certificate: 'certificate',
	guardianship_order: 'judgment',
	income_last_12_months: 'payslips',
	family_record_book: 'book',
	divorce_judgment: 'judgment',
	separation_order: 'judgment',
	custody_decision: 'judgment',
	protection_order: 'judgment',
	student_card: 'student',
	employer_statement: 'letter',
	unemployment_statement: 'letter',
	payslips: 'payslips',
	alimony_judgment: 'judgment',
	rent_receipt: 'receipt',
	accommodation_receipt: 'receipt',
	landlord_certificate: 'letter',
	host_certificate: 'letter',
	social_worker_certificate: 'letter',
	domiciliation_certificate: 'letter',
	title_deed: 'deed',
	financing_plan: 'deed',
	insalubrity_order: 'judgment',
	medical_certificate: 'medical',
	disability_decision: 'medical',
	childminder_licence: 'certificate',
	job_offer_or_transfer: 'contract'
};

export function drawingOf(code: PaperCategoryCode, group: PaperGroup): KindDrawing {
	return OF_KIND[code] ?? OF_GROUP[group];
}
