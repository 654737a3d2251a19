import type {
	Contract,
	CurrentHousing,
	FamilySituation,
	RequestMotive,
	ResourcePaid,
	ResourceReceived
} from '../applications/codes.ts';
import type { PaperCategoryCode } from './categories.ts';

/** One need: any one of these papers proves it; the first is the one to name. */
export type Need = readonly [PaperCategoryCode, ...PaperCategoryCode[]];

/*
 * Which fact of a request may call for which paper, once a body studies it. A working table, like the catalogue: it
 * follows the groups of public guidance (ANIL, mayors' association) and is to be checked against the annex of the
 * arrêté of 19 April 2022. A fact that is not here calls for nothing.
 */

export const FAMILY_NEEDS: Partial<Record<FamilySituation, readonly Need[]>> = {
	M: [['family_record_book']],
	P: [['pacs_certificate']],
	D: [['divorce_judgment']],
	S: [['separation_order', 'divorce_judgment', 'pacs_dissolution']],
	V: [['death_certificate', 'family_record_book']]
};

export const CONTRACT_NEEDS: Partial<Record<Contract, readonly Need[]>> = {
	CDI: [['employer_statement', 'work_contract']],
	CDD: [['work_contract', 'employer_statement']],
	ART: [['business_registration']],
	APP: [['apprenticeship_contract']],
	ETU: [['student_card']],
	CHO: [['unemployment_statement']]
};

export const RESOURCE_NEEDS: Partial<Record<ResourceReceived | ResourcePaid, readonly Need[]>> = {
	SAL: [['payslips', 'employer_statement']],
	RET: [['pension_notice']],
	CHO: [['unemployment_statement']],
	PAR: [['alimony_judgment']],
	PAV: [['alimony_judgment']],
	PINV: [['disability_pension_notice']],
	AF: [['family_allowance_statement']],
	AAH: [['family_allowance_statement']],
	AEEH: [['family_allowance_statement']],
	AJPP: [['family_allowance_statement']],
	RSA: [['family_allowance_statement']],
	PAJE: [['family_allowance_statement']],
	AMV: [['pension_notice']],
	BE: [['student_grant_notice']]
};

const TENANT: readonly Need[] = [['lease'], ['rent_receipt', 'landlord_certificate']];
const HOSTED: readonly Need[] = [['host_certificate']];
const IN_A_STRUCTURE: readonly Need[] = [['accommodation_receipt']];
const WITHOUT_HOME: readonly Need[] = [['social_worker_certificate', 'domiciliation_certificate']];

export const HOUSING_NEEDS: Partial<Record<CurrentHousing, readonly Need[]>> = {
	HLM: TENANT,
	LP: TENANT,
	SLHT: TENANT,
	CPE: HOSTED,
	CP: HOSTED,
	LTG: HOSTED,
	RS: IN_A_STRUCTURE,
	RHVS: IN_A_STRUCTURE,
	RE: IN_A_STRUCTURE,
	SH: IN_A_STRUCTURE,
	CDEFCM: IN_A_STRUCTURE,
	CAMCAR: IN_A_STRUCTURE,
	HOT: IN_A_STRUCTURE,
	SD: WITHOUT_HOME,
	SQUAT: WITHOUT_HOME,
	FONC: [['landlord_certificate', 'employer_statement']],
	POCC: [['title_deed'], ['financing_plan']]
};

export const MOTIVE_NEEDS: Partial<Record<RequestMotive, readonly Need[]>> = {
	'02': [['demolition_notice']],
	'03': [['indecency_report', 'insalubrity_order']],
	'04': [['notice_to_quit']],
	'05': [['eviction_papers']],
	'06': [['protection_order', 'complaint']],
	'07': [['disability_decision']],
	'08': [['medical_certificate']],
	'11': [['divorce_judgment', 'separation_order', 'pacs_dissolution']],
	'15': [['family_reunification_filing']],
	'16': [['childminder_licence']],
	'18': [['job_offer_or_transfer']],
	'19': [['job_offer_or_transfer', 'employer_statement']],
	'22': [['over_indebtedness_file', 'financing_plan']]
};
