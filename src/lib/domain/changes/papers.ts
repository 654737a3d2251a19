import type { Contract, CurrentHousing } from '../applications/codes.ts';
import type { PaperCategoryCode } from '../documents/categories.ts';
import { FACT_RULES, readFactText } from './facts.ts';
import type { ProposalKind } from './kinds.ts';
import type { Values } from './read-values.ts';

/** A paper that shows what is declared: any one of these. None is asked beyond the closed list (R441-2-4-1). */
export type PaperNeed = readonly PaperCategoryCode[];

const BY_CONTRACT: Readonly<Record<Contract, PaperNeed>> = {
	CDI: ['work_contract', 'employer_statement'],
	CDD: ['work_contract', 'employer_statement'],
	ART: ['business_registration'],
	CHO: ['unemployment_statement'],
	APP: ['apprenticeship_contract'],
	ETU: ['student_card'],
	RET: ['pension_notice'],
	AUT: ['employer_statement']
};

const HOSTED: PaperNeed = ['host_certificate'];
const IN_A_PLACE: PaperNeed = ['accommodation_receipt'];
const NO_HOME: PaperNeed = ['social_worker_certificate', 'domiciliation_certificate'];
const TENANT: PaperNeed = ['lease', 'rent_receipt', 'landlord_certificate'];

const BY_HOUSING: Readonly<Record<CurrentHousing, PaperNeed>> = {
	HLM: TENANT,
	LP: TENANT,
	FONC: TENANT,
	SLHT: TENANT,
	RS: IN_A_PLACE,
	RHVS: IN_A_PLACE,
	RE: IN_A_PLACE,
	SH: IN_A_PLACE,
	CDEFCM: IN_A_PLACE,
	HOT: IN_A_PLACE,
	CAMCAR: IN_A_PLACE,
	CPE: HOSTED,
	CP: HOSTED,
	LTG: HOSTED,
	POCC: ['title_deed', 'financing_plan'],
	SD: NO_HOME,
	SQUAT: NO_HOME
};

const ALLOWANCES: PaperNeed = ['family_allowance_statement'];
const PENSION: PaperNeed = ['pension_notice'];

/** By resource, as `received.SAL`; one that is not named here is asked for at the counter when it has to be. */
const BY_RESOURCE: Readonly<Record<string, PaperNeed>> = {
	'received.SAL': ['payslips', 'employer_statement'],
	'received.RET': PENSION,
	'received.CHO': ['unemployment_statement'],
	'received.PAR': ['alimony_judgment'],
	'received.AF': ALLOWANCES,
	'received.AAH': ALLOWANCES,
	'received.AEEH': ALLOWANCES,
	'received.AJPP': ALLOWANCES,
	'received.RSA': ALLOWANCES,
	'received.PAJE': ALLOWANCES,
	'received.AMV': PENSION,
	'received.BE': ['student_grant_notice'],
	'paid.PAV': ['alimony_judgment']
};

/**
 * The papers that a change or a correction will need, each any one of a few. A form that is not filled in yet names the
 * usual ones. The list is the working list of categories.ts, to be confirmed line by line.
 */
export function papersFor(kind: ProposalKind, values: Values, subject = ''): PaperNeed[] {
	switch (kind) {
		case 'address':
			return [TENANT.concat(HOSTED)];
		case 'pregnancy':
			return [['pregnancy_certificate']];
		case 'birth':
			return [['birth_certificate', 'family_record_book']];
		case 'member_arrives':
			return [
				['birth_certificate', 'family_record_book', 'national_id_card'],
				...(values['custody'] ? [['custody_decision'] as const] : [])
			];
		case 'member_leaves':
			return values['leaveReason'] === 'deceased' ? [['death_certificate']] : [];
		case 'couple':
			return [
				['national_id_card', 'passport', 'residence_permit'],
				['tax_notice_n2', 'foreign_tax_notice'],
				...(values['linkToApplicant'] === 'M' ? [['family_record_book'] as const] : []),
				...(values['linkToApplicant'] === 'P' ? [['pacs_certificate'] as const] : [])
			];
		case 'separation':
			return [['separation_order', 'divorce_judgment', 'pacs_dissolution', 'death_certificate']];
		case 'work':
			return needOf(BY_CONTRACT, values['contract'], ['work_contract', 'employer_statement']);
		case 'income':
			return incomePapers(values);
		case 'tax':
			return [['tax_notice_n2', 'tax_notice_n1', 'foreign_tax_notice']];
		case 'housing':
			return needOf(BY_HOUSING, values['model'], TENANT.concat(HOSTED));
		case 'rectification':
			return factPapers(subject);
		case 'contact':
		case 'wanted':
			return [];
	}
}

function needOf(
	table: Readonly<Record<string, PaperNeed>>,
	code: Values[string] | undefined,
	usual: PaperNeed
): PaperNeed[] {
	return [typeof code === 'string' && code ? (table[code] ?? usual) : usual];
}

/** Each once, in the order of the form: three allowances are on one statement. */
function incomePapers(values: Values): PaperNeed[] {
	const named = Object.entries(BY_RESOURCE).filter(([name]) => values[name]);
	return [...new Set(named.map(([, need]) => need))];
}

function factPapers(subject: string): PaperNeed[] {
	const key = readFactText(subject);
	const papers: PaperNeed = key ? FACT_RULES[key.fact].papers : [];
	return papers.length > 0 ? [papers] : [];
}
