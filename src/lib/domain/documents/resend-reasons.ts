import * as v from 'valibot';
import type { LocalisedText } from '../localised.ts';
import { textFields, textFrom } from './catalogue-text.ts';
import { PAPER_MARKS } from './paper-codes.ts';

/** The pictures that a reason may be shown with: one of ours for each thing that goes wrong with a paper. */
export const REASON_DRAWINGS = [
	'blurred',
	'dark',
	'cut',
	'pages',
	'broken',
	'kind',
	'person',
	'list',
	'copy',
	'date',
	'year',
	'translate',
	'number'
] as const;
export type ReasonDrawing = (typeof REASON_DRAWINGS)[number];

/**
 * What a person is told of a paper that will not do: kept with the paper as it was worded that day, whatever becomes of
 * the catalogue.
 */
export type Told = {
	readonly said: LocalisedText;
	readonly advice: LocalisedText;
	readonly drawing: string | null;
	/** Whether another paper is awaited. */
	readonly again: boolean;
};

/** Longest texts of a reason, in characters. */
export const REASON_LABEL_MAX = 60;
export const REASON_TEXT_MAX = 300;

const ticked = v.optional(v.literal('oui'));
const chosen = <const Choices extends readonly string[]>(choices: Choices) =>
	v.union(
		[
			v.pipe(
				v.literal(''),
				v.transform(() => null)
			),
			v.picklist(choices)
		],
		'choice-missing'
	);

/** A reason as a form sends it; an unticked box is not sent, a language left empty falls back on French. */
export const reasonForm = v.pipe(
	v.strictObject({
		...textFields('label', { longest: REASON_LABEL_MAX, needed: true }),
		...textFields('said', { longest: REASON_TEXT_MAX, needed: true }),
		...textFields('advice', { longest: REASON_TEXT_MAX, needed: false }),
		hold: ticked,
		mark: chosen(PAPER_MARKS),
		drawing: chosen(REASON_DRAWINGS),
		again: ticked,
		active: ticked
	}),
	v.transform(({ mark, drawing, again, active, hold, ...texts }) => ({
		label: textFrom('label', texts),
		said: textFrom('said', texts),
		advice: textFrom('advice', texts),
		/** Whether translations that were not typed again still say what the French says. */
		hold: hold === 'oui',
		mark,
		drawing,
		again: again === 'oui',
		active: active === 'oui'
	}))
);
export type ReasonDraft = v.InferOutput<typeof reasonForm>;

/** The code of what staff add to a catalogue, from its French name: ASCII, at most 40 characters, never empty. */
export function catalogueCode(label: string): string {
	const plain = label
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '_')
		.slice(0, 40)
		.replace(/^_+|_+$/g, '');
	return plain || 'sans_nom';
}
