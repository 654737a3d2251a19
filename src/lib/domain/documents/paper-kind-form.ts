import * as v from 'valibot';
import type { LocalisedText } from '../localised.ts';
import { PAPER_GROUPS } from './categories.ts';

/** The pictures that a kind of paper may be shown with. */
export const KIND_DRAWINGS = [
	'card',
	'passport',
	'permit',
	'certificate',
	'book',
	'tax',
	'payslips',
	'contract',
	'receipt',
	'lease',
	'judgment',
	'letter',
	'medical',
	'student',
	'allowance',
	'deed',
	'papers'
] as const;
export type KindDrawing = (typeof KIND_DRAWINGS)[number];

export const PAPER_LEVELS = ['mandatory', 'on_request'] as const;

/** Longest texts of a kind, in characters. */
export const KIND_LABEL_MAX = 120;
export const KIND_TEXT_MAX = 400;
export const KIND_SOURCE_MAX = 200;

const label = v.pipe(v.string(), v.trim(), v.maxLength(KIND_LABEL_MAX, 'too-long'));
const text = v.pipe(v.string(), v.trim(), v.maxLength(KIND_TEXT_MAX, 'too-long'));
const ticked = v.optional(v.literal('oui'));

/** A kind of paper as a form sends it; an unticked box is not sent, a language left empty falls back on French. */
export const kindForm = v.pipe(
	v.strictObject({
		label_fr: v.pipe(label, v.nonEmpty('french-missing')),
		label_en: label,
		label_ar: label,
		explanation_fr: v.pipe(text, v.nonEmpty('french-missing')),
		explanation_en: text,
		explanation_ar: text,
		refused_fr: text,
		refused_en: text,
		refused_ar: text,
		group: v.picklist(PAPER_GROUPS, 'choice-missing'),
		level: v.picklist(PAPER_LEVELS, 'choice-missing'),
		drawing: v.union(
			[
				v.pipe(
					v.literal(''),
					v.transform(() => null)
				),
				v.picklist(KIND_DRAWINGS)
			],
			'choice-missing'
		),
		source: v.pipe(
			v.string(),
			v.trim(),
			v.nonEmpty('source-missing'),
			v.maxLength(KIND_SOURCE_MAX, 'too-long')
		),
		perPerson: ticked,
		sensitive: ticked,
		confirmed: ticked,
		active: ticked
	}),
	v.transform(({ group, level, drawing, source, ...rest }) => ({
		label: localisedOf(rest.label_fr, rest.label_en, rest.label_ar),
		explanation: localisedOf(rest.explanation_fr, rest.explanation_en, rest.explanation_ar),
		refused: localisedOf(rest.refused_fr, rest.refused_en, rest.refused_ar),
		groupCode: group,
		level,
		drawing,
		source,
		perPerson: rest.perPerson === 'oui',
		sensitive: rest.sensitive === 'oui',
		confirmed: rest.confirmed === 'oui',
		active: rest.active === 'oui'
	}))
);
export type KindDraft = v.InferOutput<typeof kindForm>;

function localisedOf(fr: string, en: string, ar: string): LocalisedText {
	return { fr, ...(en && { en }), ...(ar && { ar }) };
}
