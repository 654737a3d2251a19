/**
 * The code lists of the national register's request file (form version 2, interface 02.00 and 02.01).
 * Form version 3 added a few lines whose codes are not public: they are not guessed here. A file that
 * carries one is read all the same, and the code is listed among what was left out.
 * Words for people are in messages, under code_<list>_<code>.
 */
export const FAMILY_SITUATIONS = ['C', 'M', 'D', 'S', 'P', 'U', 'V'] as const;
export const LINKS_TO_APPLICANT = ['M', 'P', 'C', 'L'] as const;
export const KINSHIPS = ['P', 'E', 'A'] as const;
export const CUSTODIES = ['G', 'D'] as const;
export const CONTRACTS = ['CDI', 'CDD', 'ART', 'CHO', 'APP', 'ETU', 'RET', 'AUT'] as const;
// prettier-ignore
export const RESOURCES_RECEIVED = [
	'SAL', 'RET', 'CHO', 'PAR', 'PINV', 'AF', 'AAH', 'AEEH', 'AJPP', 'RSA', 'AMV', 'PAJE', 'BE', 'AUT'
] as const;
export const RESOURCES_PAID = ['PAV'] as const;
// prettier-ignore
export const CURRENT_HOUSINGS = [
	'HLM', 'LP', 'RS', 'RHVS', 'RE', 'SLHT', 'SH', 'CDEFCM', 'CPE', 'CP', 'LTG', 'FONC', 'POCC',
	'CAMCAR', 'HOT', 'SD', 'SQUAT'
] as const;
// prettier-ignore
export const REQUEST_MOTIVES = [
	'01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12', '13', '14', '15', '16',
	'17', '18', '19', '20', '21', '22', '23'
] as const;
export const HOUSING_TYPES = ['C', 'T1', 'T2', 'T3', 'T4', 'T5', 'T6P'] as const;
/** What the present home is. */
export const CURRENT_CATEGORIES = ['A', 'M'] as const;
/** What is wanted: the same, and "either". */
export const HOUSING_CATEGORIES = ['A', 'M', 'I'] as const;
export const CIVILITIES = ['1', '2'] as const;
export const NATIONALITIES = ['1', '2', '3'] as const;
export const SEXES = ['M', 'F'] as const;
/** Why a file of the register was written. */
export const FILE_TYPES = ['CRE', 'CRS', 'MOD', 'RAD', 'REN', 'SUP', 'DIS', 'RET', 'COP'] as const;
/** The only five causes of striking off (R441-2-8 a to e). */
export const STRIKE_OFF_CAUSES = ['RADATT', 'RADABA', 'RADCON', 'RADIRR', 'RADREN'] as const;

export type FamilySituation = (typeof FAMILY_SITUATIONS)[number];
export type LinkToApplicant = (typeof LINKS_TO_APPLICANT)[number];
export type Kinship = (typeof KINSHIPS)[number];
export type Custody = (typeof CUSTODIES)[number];
export type Contract = (typeof CONTRACTS)[number];
export type ResourceReceived = (typeof RESOURCES_RECEIVED)[number];
export type ResourcePaid = (typeof RESOURCES_PAID)[number];
export type CurrentHousing = (typeof CURRENT_HOUSINGS)[number];
export type RequestMotive = (typeof REQUEST_MOTIVES)[number];
export type HousingType = (typeof HOUSING_TYPES)[number];
export type CurrentCategory = (typeof CURRENT_CATEGORIES)[number];
export type HousingCategory = (typeof HOUSING_CATEGORIES)[number];
export type Civility = (typeof CIVILITIES)[number];
export type Nationality = (typeof NATIONALITIES)[number];
export type Sex = (typeof SEXES)[number];
export type FileType = (typeof FILE_TYPES)[number];
export type StrikeOffCause = (typeof STRIKE_OFF_CAUSES)[number];

/** Every list by the name its labels carry in messages (code_<list>_<code>). */
export const SNE_CODE_LISTS = {
	family_situation: FAMILY_SITUATIONS,
	link: LINKS_TO_APPLICANT,
	kinship: KINSHIPS,
	custody: CUSTODIES,
	contract: CONTRACTS,
	resource_received: RESOURCES_RECEIVED,
	resource_paid: RESOURCES_PAID,
	current_housing: CURRENT_HOUSINGS,
	motive: REQUEST_MOTIVES,
	housing_type: HOUSING_TYPES,
	current_category: CURRENT_CATEGORIES,
	housing_category: HOUSING_CATEGORIES,
	civility: CIVILITIES,
	nationality: NATIONALITIES,
	sex: SEXES,
	file_type: FILE_TYPES,
	strike_off: STRIKE_OFF_CAUSES
} as const;

/** Whether `value` is one of the codes of `list`. */
export function isCodeOf<Code extends string>(list: readonly Code[], value: string): value is Code {
	return (list as readonly string[]).includes(value);
}
