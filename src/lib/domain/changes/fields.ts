import type { SNE_CODE_LISTS } from '../applications/codes.ts';

/**
 * Every fact of a request that somebody may ask to change, as a field of a form: what is typed, what it may be, and the
 * column of our copy it stands for. The form of the register (Cerfa 14069) asks the same questions, in these blocks.
 */
export type FieldType =
	| 'text'
	| 'long'
	| 'phone'
	| 'email'
	| 'postcode'
	| 'day'
	| 'count'
	| 'euros'
	| 'code'
	| 'codes'
	| 'commune'
	| 'communes'
	| 'yes_no';

/** Where a value lands in our copy once the counter has entered it; `none` is said to the counter alone. */
export type FieldPlace = 'person' | 'housing' | 'request' | 'wanted' | 'motives' | 'money' | 'none';

export interface FieldRule {
	/** Its name on the form, in French (surface: form fields). */
	readonly input: string;
	readonly type: FieldType;
	readonly place: FieldPlace;
	/** The list of codes it is chosen from, for `code` and `codes`. */
	readonly list?: keyof typeof SNE_CODE_LISTS | 'leave_reason';
	/** Longest text, largest number. */
	readonly most?: number;
	/** A day that may lie ahead (an expected birth); others are past or today. */
	readonly ahead?: true;
}

const text = (input: string, most = 80) =>
	({ input, type: 'text', place: 'person', most }) as const;
const code = <List extends FieldRule['list']>(input: string, list: List) =>
	({ input, type: 'code', place: 'person', list }) as const;

// One line a field, so that the table can be read as a table.
// prettier-ignore
export const FIELDS = {
	civility: code('civilite', 'civility'),
	lastName: text('nom'),
	birthName: text('nom-naissance'),
	firstName: text('prenom'),
	birthDate: { input: 'naissance', type: 'day', place: 'person' },
	sex: code('sexe', 'sex'),
	nationality: code('nationalite', 'nationality'),
	familySituation: code('situation', 'family_situation'),
	linkToApplicant: code('lien', 'link'),
	kinship: code('parente', 'kinship'),
	custody: code('garde', 'custody'),
	phone: { input: 'telephone', type: 'phone', place: 'person', most: 30 },
	email: { input: 'email', type: 'email', place: 'person', most: 254 },
	addressLine: text('adresse', 120),
	postcode: { input: 'code-postal', type: 'postcode', place: 'person' },
	addressCommune: { input: 'commune', type: 'commune', place: 'person' },
	otherCommune: { input: 'autre-commune', type: 'text', place: 'none', most: 60 },
	profession: text('profession'),
	contract: code('contrat', 'contract'),
	employer: text('employeur'),
	workPostcode: { input: 'travail-code-postal', type: 'postcode', place: 'person' },
	workCommune: { input: 'travail-commune', type: 'commune', place: 'person' },
	expectedCount: { input: 'nombre', type: 'count', place: 'person', most: 9 },
	expectedOn: { input: 'prevue', type: 'day', place: 'person', ahead: true },
	model: { input: 'occupation', type: 'code', place: 'housing', list: 'current_housing' },
	rentCents: { input: 'loyer', type: 'euros', place: 'housing', most: 1_000_000 },
	occupants: { input: 'occupants', type: 'count', place: 'housing', most: 30 },
	category: { input: 'categorie', type: 'code', place: 'housing', list: 'current_category' },
	type: { input: 'taille', type: 'code', place: 'housing', list: 'housing_type' },
	surfaceM2: { input: 'surface', type: 'count', place: 'housing', most: 999 },
	owner: { input: 'proprietaire', type: 'yes_no', place: 'housing' },
	types: { input: 'tailles', type: 'codes', place: 'wanted', list: 'housing_type' },
	communes: { input: 'communes', type: 'communes', place: 'wanted', most: 17 },
	enlargedSearch: { input: 'elargie', type: 'yes_no', place: 'request' },
	motives: { input: 'motifs', type: 'codes', place: 'motives', list: 'motive' },
	since: { input: 'depuis', type: 'day', place: 'none' },
	leaveReason: { input: 'raison', type: 'code', place: 'none', list: 'leave_reason' },
	rightText: { input: 'juste', type: 'long', place: 'none', most: 500 },
	note: { input: 'note', type: 'long', place: 'none', most: 500 }
} as const satisfies Record<string, FieldRule>;

/** A field of the table, or an amount of money: a monthly resource, a reference tax income of a year. */
export type FieldName =
	keyof typeof FIELDS | `received.${string}` | `paid.${string}` | `tax.${number}`;

/** Why somebody no longer lives with the household. Ours: the register only knows who is there. */
export const LEAVE_REASONS = ['moved', 'deceased', 'other'] as const;

/** Euros a month, euros a year: beyond, it is a slip of the finger. */
const MONTHLY_MOST = 2_000_000;
const YEARLY_MOST = 100_000_000;

/**
 * The rule of a field; amounts are known by their pattern.
 * @throws Error for a name that is no field: a fault of ours
 */
export function fieldRule(name: FieldName): FieldRule {
	if (name in FIELDS) return FIELDS[name as keyof typeof FIELDS];
	const [kind, code = ''] = name.split('.');
	if (kind === 'received') return money(`recu-${code}`, MONTHLY_MOST);
	if (kind === 'paid') return money(`verse-${code}`, MONTHLY_MOST);
	if (kind === 'tax' && /^\d{4}$/.test(code)) return money(`impot-${code}`, YEARLY_MOST);
	throw new Error(`no such field: ${name}`);
}

function money(input: string, most: number): FieldRule {
	return { input, type: 'euros', place: 'money', most };
}
