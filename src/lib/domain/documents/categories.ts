/**
 * The papers of a request, as data. A working list: the annex of the arrêté of 19 April 2022, the only
 * admissible list, has not been compared line by line yet, hence `confirmed: false` everywhere. Nothing
 * outside that list may be asked. Words for people are in messages, under code_paper_category_<code>.
 */
export const PAPER_GROUPS = [
	'identity',
	'tax',
	'family',
	'work',
	'resources',
	'housing',
	'motive'
] as const;
export type PaperGroup = (typeof PAPER_GROUPS)[number];

/** A need that the instruction always has; any one of the papers that prove it will do. */
export type PaperProof = 'identity' | 'tax_notice';

export interface PaperCategory {
	readonly code: string;
	readonly group: PaperGroup;
	/** `mandatory`: needed to instruct any request. `on_request`: only when a counter or a body asks. */
	readonly level: 'mandatory' | 'on_request';
	/** Which mandatory need it proves, if any. */
	readonly proves: PaperProof | null;
	/** One for each person concerned, rather than one for the household. */
	readonly perPerson: boolean;
	/** Health, violence, guardianship: seen by those who must, and by nobody else. */
	readonly sensitive: boolean;
	readonly source: string;
	readonly confirmed: false;
}

// Shown to staff beside each kind, who may write another: hence French.
const TO_CHECK = 'liste de travail, à comparer avec l’annexe de l’arrêté du 19 avril 2022';
const INSTRUCTION =
	'obligatoire à l’instruction : identité ou séjour des adultes, avis d’imposition N-2';

type Traits = Partial<Pick<PaperCategory, 'level' | 'proves' | 'perPerson' | 'sensitive'>>;

function paper<Code extends string>(group: PaperGroup, code: Code, traits: Traits = {}) {
	const proves = traits.proves ?? null;
	return {
		code,
		group,
		level: proves ? 'mandatory' : 'on_request',
		perPerson: true,
		sensitive: false,
		source: proves ? INSTRUCTION : TO_CHECK,
		confirmed: false,
		...traits,
		proves
	} as const satisfies PaperCategory;
}

const IDENTITY = { proves: 'identity' } as const;
const TAX = { proves: 'tax_notice' } as const;
const SENSITIVE = { sensitive: true } as const;
const HOUSEHOLD = { perPerson: false } as const;
const SENSITIVE_HOUSEHOLD = { perPerson: false, sensitive: true } as const;

export const PAPER_CATEGORIES = [
	paper('identity', 'national_id_card', IDENTITY),
	paper('identity', 'passport', IDENTITY),
	paper('identity', 'residence_permit', IDENTITY),
	paper('identity', 'residence_permit_receipt', IDENTITY),
	paper('identity', 'birth_certificate'),
	paper('identity', 'guardianship_order', SENSITIVE),
	paper('tax', 'tax_notice_n2', TAX),
	paper('tax', 'foreign_tax_notice', TAX),
	paper('tax', 'tax_notice_n1'),
	paper('tax', 'income_last_12_months'),
	paper('family', 'family_record_book', HOUSEHOLD),
	paper('family', 'pacs_certificate', HOUSEHOLD),
	paper('family', 'pacs_dissolution', HOUSEHOLD),
	paper('family', 'death_certificate', HOUSEHOLD),
	paper('family', 'pregnancy_certificate'),
	paper('family', 'divorce_judgment', HOUSEHOLD),
	paper('family', 'separation_order', HOUSEHOLD),
	paper('family', 'custody_decision', HOUSEHOLD),
	paper('family', 'protection_order', SENSITIVE),
	paper('work', 'student_card'),
	paper('work', 'apprenticeship_contract'),
	paper('work', 'work_contract'),
	paper('work', 'employer_statement'),
	paper('work', 'unemployment_statement'),
	paper('work', 'business_registration'),
	paper('resources', 'payslips'),
	paper('resources', 'business_accounts'),
	paper('resources', 'pension_notice'),
	paper('resources', 'disability_pension_notice', SENSITIVE),
	paper('resources', 'daily_allowance_slips'),
	paper('resources', 'family_allowance_statement', HOUSEHOLD),
	paper('resources', 'alimony_judgment'),
	paper('resources', 'student_grant_notice'),
	paper('housing', 'lease', HOUSEHOLD),
	paper('housing', 'rent_receipt', HOUSEHOLD),
	paper('housing', 'landlord_certificate', HOUSEHOLD),
	paper('housing', 'host_certificate', HOUSEHOLD),
	paper('housing', 'accommodation_receipt', HOUSEHOLD),
	paper('housing', 'social_worker_certificate', HOUSEHOLD),
	paper('housing', 'domiciliation_certificate', HOUSEHOLD),
	paper('housing', 'title_deed', HOUSEHOLD),
	paper('housing', 'financing_plan', HOUSEHOLD),
	paper('motive', 'notice_to_quit', HOUSEHOLD),
	paper('motive', 'eviction_papers', HOUSEHOLD),
	paper('motive', 'demolition_notice', HOUSEHOLD),
	paper('motive', 'indecency_report', HOUSEHOLD),
	paper('motive', 'insalubrity_order', HOUSEHOLD),
	paper('motive', 'complaint', SENSITIVE_HOUSEHOLD),
	paper('motive', 'medical_certificate', SENSITIVE),
	paper('motive', 'disability_decision', SENSITIVE),
	paper('motive', 'family_reunification_filing', HOUSEHOLD),
	paper('motive', 'childminder_licence'),
	paper('motive', 'job_offer_or_transfer'),
	paper('motive', 'over_indebtedness_file', HOUSEHOLD)
];

export type PaperCategoryCode = (typeof PAPER_CATEGORIES)[number]['code'];
export const PAPER_CATEGORY_CODES = PAPER_CATEGORIES.map((category) => category.code);

/** The category of this code; `undefined` when the list has none. */
export function paperCategory(code: string): PaperCategory | undefined {
	return PAPER_CATEGORIES.find((category) => category.code === code);
}
