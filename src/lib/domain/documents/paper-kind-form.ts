import * as v from 'valibot';
import { PAPER_GROUPS } from './categories.ts';
import { textFields, textFrom } from './catalogue-text.ts';

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

const ticked = v.optional(v.literal('oui'));

/** A kind of paper as a form sends it; an unticked box is not sent, a language left empty falls back on French. */
export const kindForm = v.pipe(
	v.strictObject({
		...textFields('label', { longest: KIND_LABEL_MAX, needed: true }),
		...textFields('explanation', { longest: KIND_TEXT_MAX, needed: true }),
		...textFields('refused', { longest: KIND_TEXT_MAX, needed: false }),
		hold: ticked,
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
		label: textFrom('label', rest),
		explanation: textFrom('explanation', rest),
		refused: textFrom('refused', rest),
		/** Whether translations that were not typed again still say what the French says. */
		hold: rest.hold === 'oui',
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
