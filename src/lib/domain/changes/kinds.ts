import { RESOURCES_PAID, RESOURCES_RECEIVED } from '../applications/codes.ts';
import type { FieldName } from './fields.ts';

/** Parts of the request as the renewal goes through them, in the order of the form. */
export const SECTIONS = ['contact', 'household', 'work', 'income', 'housing', 'wanted'] as const;
export type Section = (typeof SECTIONS)[number];

/** Of whom a change speaks: one adult, one member beside the applicant, the holder of the lease beside, somebody new. */
export type SubjectKind = 'adult' | 'member' | 'coapplicant' | 'new' | 'request';

/** What our copy becomes once the counter has entered it: values set, somebody added, somebody gone, a birth expected. */
export type Effect = 'set' | 'add' | 'remove' | 'expect' | 'join' | 'part';

interface KindRule {
	/** In the address of its form, in French. */
	readonly slug: string;
	readonly section: Section;
	readonly subject: SubjectKind;
	readonly effect: Effect;
	readonly required: readonly FieldName[];
	readonly optional: readonly FieldName[];
	/**
	 * Touches a field that the register locks (locked.ts): the counter enters it once it has seen the person and a
	 * paper, so the way leads through an appointment.
	 */
	readonly appointment: boolean;
	/** Where only some codes of a field's list make sense. */
	readonly choices?: Partial<Record<FieldName, readonly string[]>>;
}

const HOME: readonly FieldName[] = [
	'rentCents',
	'occupants',
	'category',
	'type',
	'surfaceM2',
	'owner'
];

/**
 * The changes of situation a person may declare, each a short form. Any update keeps the number and the first date
 * (R441-2-7): a declaration is a proposal, which the counter enters in the register with the person's consent.
 */
export const CHANGE_RULES = {
	address: {
		slug: 'adresse',
		section: 'contact',
		subject: 'adult',
		effect: 'set',
		required: ['since', 'addressLine', 'postcode', 'addressCommune'],
		optional: ['otherCommune'],
		appointment: false
	},
	contact: {
		slug: 'contact',
		section: 'contact',
		subject: 'adult',
		effect: 'set',
		required: [],
		optional: ['phone', 'email'],
		appointment: false
	},
	pregnancy: {
		slug: 'grossesse',
		section: 'household',
		subject: 'request',
		effect: 'expect',
		required: ['expectedCount', 'expectedOn'],
		optional: [],
		appointment: false
	},
	birth: {
		slug: 'naissance',
		section: 'household',
		subject: 'new',
		effect: 'add',
		required: ['firstName', 'lastName', 'birthDate', 'sex'],
		optional: [],
		appointment: false
	},
	member_arrives: {
		slug: 'arrivee',
		section: 'household',
		subject: 'new',
		effect: 'add',
		required: ['firstName', 'lastName', 'birthDate', 'sex', 'since'],
		optional: ['kinship', 'custody', 'note'],
		appointment: false
	},
	member_leaves: {
		slug: 'depart',
		section: 'household',
		subject: 'member',
		effect: 'remove',
		required: ['since', 'leaveReason'],
		optional: ['note'],
		appointment: false
	},
	couple: {
		slug: 'couple',
		section: 'household',
		subject: 'new',
		effect: 'join',
		required: [
			'since',
			'linkToApplicant',
			'civility',
			'firstName',
			'lastName',
			'birthDate',
			'nationality'
		],
		optional: ['note'],
		appointment: true,
		choices: { linkToApplicant: ['M', 'P', 'C'] }
	},
	separation: {
		slug: 'separation',
		section: 'household',
		subject: 'coapplicant',
		effect: 'part',
		required: ['since', 'familySituation'],
		optional: ['note'],
		appointment: true,
		choices: { familySituation: ['S', 'D', 'C', 'V'] }
	},
	work: {
		slug: 'travail',
		section: 'work',
		subject: 'adult',
		effect: 'set',
		required: ['since', 'contract'],
		optional: ['profession', 'employer', 'workPostcode', 'workCommune'],
		appointment: false
	},
	income: {
		slug: 'revenus',
		section: 'income',
		subject: 'adult',
		effect: 'set',
		required: ['since'],
		optional: [
			...RESOURCES_RECEIVED.map((code) => `received.${code}` as const),
			...RESOURCES_PAID.map((code) => `paid.${code}` as const)
		],
		appointment: false
	},
	tax: {
		slug: 'impots',
		section: 'income',
		subject: 'adult',
		effect: 'set',
		required: [],
		optional: [],
		appointment: false
	},
	housing: {
		slug: 'logement',
		section: 'housing',
		subject: 'request',
		effect: 'set',
		required: ['since', 'model'],
		optional: HOME,
		appointment: false
	},
	wanted: {
		slug: 'souhaits',
		section: 'wanted',
		subject: 'request',
		effect: 'set',
		required: ['types', 'communes', 'enlargedSearch'],
		optional: [],
		appointment: false
	}
} as const satisfies Record<string, KindRule>;

export type ChangeKind = keyof typeof CHANGE_RULES;
export const CHANGE_KINDS = Object.keys(CHANGE_RULES) as [ChangeKind, ...ChangeKind[]];

/** Everything that goes to the counter to be entered: a change of situation, or a fact that is wrong. */
export const PROPOSAL_KINDS = [...CHANGE_KINDS, 'rectification'] as const;
export type ProposalKind = (typeof PROPOSAL_KINDS)[number];

/** The kind whose form has this address; `undefined` when none has. */
export function kindOfSlug(slug: string): ChangeKind | undefined {
	return CHANGE_KINDS.find((kind) => CHANGE_RULES[kind].slug === slug);
}

/** The changes of a section, in the order of the form. */
export function kindsOfSection(section: Section): ChangeKind[] {
	return CHANGE_KINDS.filter((kind) => CHANGE_RULES[kind].section === section);
}

/** The fields of a form: those that must be filled in, the others, and the codes that make sense. */
export interface FormFields {
	readonly required: readonly FieldName[];
	readonly optional: readonly FieldName[];
	readonly choices: Partial<Record<FieldName, readonly string[]>>;
}

/**
 * The fields of a form, required first. Reference tax incomes are those of the two years before last and last year:
 * the register asks for both, and the ceilings look at the older (R441-1).
 * @param year the present one
 */
export function fieldsOf(kind: ChangeKind, year: number): FormFields {
	const { required, optional, choices = {} }: KindRule = CHANGE_RULES[kind];
	if (kind !== 'tax') return { required, optional, choices };
	return { required, optional: [`tax.${year - 2}`, `tax.${year - 1}`] as FieldName[], choices };
}
