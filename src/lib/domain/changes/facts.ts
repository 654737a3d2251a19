import type { PaperCategoryCode } from '../documents/categories.ts';
import type { FIELDS } from './fields.ts';
import { type FieldName } from './fields.ts';
import type { ChangeKind, FormFields } from './kinds.ts';

/** Blocks of the form (Cerfa 14069), in its order; block 5 asks three things. */
export const BLOCKS = [
	'nature',
	'people',
	'work',
	'resources',
	'housing',
	'motives',
	'wanted'
] as const;
export type Block = (typeof BLOCKS)[number];

export type Role = 'applicant' | 'coapplicant' | 'dependant' | 'in_custody' | 'unborn';

interface FactRule {
	/** In the address of its form, in French. */
	readonly slug: string;
	readonly block: Block;
	/** Whom it is asked of; left out for a fact of the whole request. */
	readonly roles?: readonly Role[];
	/** What it is made of; one that our copy never changes itself is answered in words (`rightText`). */
	readonly fields: readonly FieldName[];
	/** The change of situation that is more likely than a mistake. */
	readonly change?: ChangeKind;
	/** Any one of these shows what is right. */
	readonly papers: readonly PaperCategoryCode[];
}

const ADULTS = ['applicant', 'coapplicant'] as const;
const NAMED = [...ADULTS, 'dependant'] as const;
const CHILDREN = ['dependant', 'in_custody'] as const;
const IDENTITY = ['national_id_card', 'passport', 'residence_permit', 'birth_certificate'] as const;
const FAMILY = ['family_record_book', 'birth_certificate', 'custody_decision'] as const;
const STATUS = [
	'family_record_book',
	'pacs_certificate',
	'divorce_judgment',
	'separation_order',
	'death_certificate'
] as const;
const WORK = [
	'work_contract',
	'employer_statement',
	'unemployment_statement',
	'business_registration'
] as const;
const HOME = [
	'lease',
	'rent_receipt',
	'landlord_certificate',
	'host_certificate',
	'accommodation_receipt'
] as const;
const NONE = [] as const;

// One line a fact, so that the table can be read as a table.
// prettier-ignore
export const FACT_RULES = {
	filedOn: { slug: 'depot', block: 'nature', fields: ['rightText'], papers: NONE },
	renewedOn: { slug: 'renouvellement', block: 'nature', fields: ['rightText'], papers: NONE },
	registeringCode: { slug: 'guichet', block: 'nature', fields: ['rightText'], papers: NONE },
	civility: { slug: 'civilite', block: 'people', roles: ADULTS, fields: ['civility'], papers: IDENTITY },
	lastName: { slug: 'nom', block: 'people', roles: NAMED, fields: ['lastName'], papers: IDENTITY },
	birthName: { slug: 'nom-naissance', block: 'people', roles: ADULTS, fields: ['birthName'], papers: IDENTITY },
	firstName: { slug: 'prenom', block: 'people', roles: NAMED, fields: ['firstName'], papers: IDENTITY },
	birthDate: { slug: 'naissance', block: 'people', roles: [...NAMED, 'in_custody'], fields: ['birthDate'], papers: IDENTITY },
	sex: { slug: 'sexe', block: 'people', roles: CHILDREN, fields: ['sex'], papers: FAMILY },
	nationality: { slug: 'nationalite', block: 'people', roles: ADULTS, fields: ['nationality'], papers: IDENTITY },
	familySituation: { slug: 'situation', block: 'people', roles: ADULTS, fields: ['familySituation'], papers: STATUS },
	linkToApplicant: { slug: 'lien', block: 'people', roles: ['coapplicant'], fields: ['linkToApplicant'], papers: STATUS },
	kinship: { slug: 'parente', block: 'people', roles: ['dependant'], fields: ['kinship'], papers: FAMILY },
	custody: { slug: 'garde', block: 'people', roles: ['in_custody'], fields: ['custody'], papers: FAMILY },
	expected: { slug: 'enfant-a-naitre', block: 'people', roles: ['unborn'], fields: ['expectedCount', 'expectedOn'], change: 'pregnancy', papers: ['pregnancy_certificate'] },
	address: { slug: 'adresse', block: 'people', roles: ADULTS, fields: ['addressLine', 'postcode', 'addressCommune', 'otherCommune'], change: 'address', papers: HOME },
	phone: { slug: 'telephone', block: 'people', roles: ADULTS, fields: ['phone'], change: 'contact', papers: NONE },
	email: { slug: 'email', block: 'people', roles: ADULTS, fields: ['email'], change: 'contact', papers: NONE },
	contract: { slug: 'contrat', block: 'work', roles: ADULTS, fields: ['contract'], change: 'work', papers: WORK },
	profession: { slug: 'profession', block: 'work', roles: ADULTS, fields: ['profession'], change: 'work', papers: WORK },
	employer: { slug: 'employeur', block: 'work', roles: ADULTS, fields: ['employer'], change: 'work', papers: WORK },
	workplace: { slug: 'lieu-travail', block: 'work', roles: ADULTS, fields: ['workPostcode', 'workCommune'], change: 'work', papers: WORK },
	tax: { slug: 'impot', block: 'resources', roles: NAMED, fields: [], change: 'tax', papers: ['tax_notice_n2', 'tax_notice_n1', 'foreign_tax_notice'] },
	resource: { slug: 'ressource', block: 'resources', roles: NAMED, fields: [], change: 'income', papers: ['payslips', 'family_allowance_statement', 'pension_notice', 'unemployment_statement'] },
	model: { slug: 'occupation', block: 'housing', fields: ['model'], change: 'housing', papers: HOME },
	category: { slug: 'categorie', block: 'housing', fields: ['category'], change: 'housing', papers: HOME },
	type: { slug: 'taille', block: 'housing', fields: ['type'], change: 'housing', papers: HOME },
	rent: { slug: 'loyer', block: 'housing', fields: ['rentCents'], change: 'housing', papers: ['rent_receipt', 'lease'] },
	occupants: { slug: 'occupants', block: 'housing', fields: ['occupants'], change: 'housing', papers: NONE },
	surface: { slug: 'surface', block: 'housing', fields: ['surfaceM2'], change: 'housing', papers: ['lease'] },
	owner: { slug: 'proprietaire', block: 'housing', fields: ['owner'], change: 'housing', papers: ['title_deed'] },
	motives: { slug: 'motifs', block: 'motives', fields: ['motives'], papers: ['notice_to_quit', 'eviction_papers', 'indecency_report', 'job_offer_or_transfer'] },
	types: { slug: 'tailles', block: 'wanted', fields: ['types'], change: 'wanted', papers: NONE },
	communes: { slug: 'communes', block: 'wanted', fields: ['communes'], change: 'wanted', papers: NONE },
	enlarged: { slug: 'elargie', block: 'wanted', fields: ['enlargedSearch'], change: 'wanted', papers: NONE }
} as const satisfies Record<string, FactRule>;

export type FactCode = keyof typeof FACT_RULES;
export const FACT_CODES = Object.keys(FACT_RULES) as [FactCode, ...FactCode[]];

/**
 * What the register keeps under lock once a request is registered: only a counter changes it, on sight of the person
 * and a paper (portal of the register, state of 2014). Of the holders of the lease; a child's name is corrected freely.
 */
export const LOCKED_FACTS: readonly FactCode[] = [
	'civility',
	'lastName',
	'birthName',
	'firstName',
	'birthDate',
	'nationality',
	'familySituation'
];

/** Whether the register locks this fact of a person in this role. */
export function isLocked(fact: FactCode, role: Role | null): boolean {
	return role !== null && (ADULTS as readonly Role[]).includes(role) && LOCKED_FACTS.includes(fact);
}

/** One fact of one request: of whom, and which amount where there are several (`2024`, `received.SAL`). */
export interface FactKey {
	readonly fact: FactCode;
	readonly personId: string | null;
	readonly item: string | null;
}

/** A fact as one text: what tells two corrections apart. */
export function factText({ fact, personId, item }: FactKey): string {
	return [fact, personId ?? '', item ?? ''].join(':');
}

/** The reverse of {@link factText}; `null` for anything else. */
export function readFactText(text: string): FactKey | null {
	const [fact = '', personId = '', ...item] = text.split(':');
	if (!FACT_CODES.includes(fact as FactCode)) return null;
	return { fact: fact as FactCode, personId: personId || null, item: item.join(':') || null };
}

/** The fact whose form has this address; `undefined` when none has. */
export function factOfSlug(slug: string): FactCode | undefined {
	return FACT_CODES.find((fact) => FACT_RULES[fact].slug === slug);
}

/** The facts of a block that are asked of this role; of the request itself with `null`. */
export function factsOf(block: Block, role: Role | null): FactCode[] {
	return FACT_CODES.filter((fact) => {
		const rule: FactRule = FACT_RULES[fact];
		if (rule.block !== block) return false;
		return role === null ? rule.roles === undefined : (rule.roles?.includes(role) ?? false);
	});
}

/** What the form of a correction asks: the fact itself, as it should be. */
export function fieldsOfFact({ fact, item }: FactKey): FormFields {
	const rule: FactRule = FACT_RULES[fact];
	if (fact === 'tax' || fact === 'resource') {
		const name = (fact === 'tax' ? `tax.${item}` : item) as FieldName;
		return { required: [name], optional: [], choices: {} };
	}
	const optional = rule.fields.filter((name) => mayBeEmpty(name));
	return { required: rule.fields.filter((name) => !mayBeEmpty(name)), optional, choices: {} };
}

/** What may be corrected to nothing: a telephone that is no longer theirs, a birth name that never was. */
const EMPTY: readonly (keyof typeof FIELDS)[] = [
	'birthName',
	'phone',
	'email',
	'otherCommune',
	'profession',
	'employer',
	'workPostcode',
	'workCommune',
	'rentCents',
	'surfaceM2'
];
const mayBeEmpty = (name: FieldName) => (EMPTY as readonly string[]).includes(name);
