import * as v from 'valibot';

/**
 * The kinds of facts that an event may state. Each is a schema that carries how it is typed, so that the forms of the
 * counter and the words of the screens come from the very schema that checks the value.
 */
export const CONTROLS = ['line', 'prose', 'day', 'whole', 'euros', 'choice', 'flag'] as const;
export type Control = (typeof CONTROLS)[number];

export type FieldTraits = {
	control: Control;
	/** Longest text, or greatest figure. */
	max?: number;
	/** Shortest text, or least figure. */
	min?: number;
	/** Codes to choose from, with words in messages under life_<list>_<code>. */
	list?: string;
	options?: readonly string[];
	/** Said to the counter and kept; never shown to the applicant on a screen that others may see over a shoulder. */
	discreet?: true;
};

const traits = <T extends FieldTraits>(given: T) => given as FieldTraits & Record<string, unknown>;

/** One line of text. */
export const line = (max = 120) =>
	v.pipe(
		v.string('required'),
		v.trim(),
		v.minLength(1, 'required'),
		v.maxLength(max, 'too-long'),
		v.metadata(traits({ control: 'line', max }))
	);

/** Some sentences: motives are given in writing (L441-2-2). */
export const prose = (min = 10, max = 2_000) =>
	v.pipe(
		v.string('required'),
		v.trim(),
		v.minLength(min, 'too-short'),
		v.maxLength(max, 'too-long'),
		v.metadata(traits({ control: 'prose', min, max }))
	);

/** A day of the calendar, as `2026-12-03`. */
export const day = () =>
	v.pipe(
		v.string('not-a-day'),
		v.check(isDay, 'not-a-day'),
		v.metadata(traits({ control: 'day' }))
	);

export const whole = (min: number, max: number) =>
	v.pipe(
		v.number('not-a-number'),
		v.integer('not-a-number'),
		v.minValue(min, 'out-of-range'),
		v.maxValue(max, 'out-of-range'),
		v.metadata(traits({ control: 'whole', min, max }))
	);

/** Euro cents; typed in euros. */
export const euros = (max = 1_000_000) =>
	v.pipe(
		v.number('not-a-number'),
		v.integer('not-a-number'),
		v.minValue(0, 'out-of-range'),
		v.maxValue(max, 'out-of-range'),
		v.metadata(traits({ control: 'euros', max }))
	);

export const choice = <const Codes extends readonly [string, ...string[]]>(
	list: string,
	options: Codes,
	discreet?: true
) =>
	v.pipe(
		v.picklist(options, 'choose'),
		v.metadata(traits({ control: 'choice', list, options, ...(discreet && { discreet }) }))
	);

export const flag = () => v.pipe(v.boolean('choose'), v.metadata(traits({ control: 'flag' })));

/** What the software writes beside an event (identifiers); no form asks for it and no screen shows it. */
export const mark = () => v.pipe(v.string(), v.maxLength(120));

function isDay(text: string): boolean {
	if (!/^(?:19|20|21)\d{2}-\d{2}-\d{2}$/.test(text)) return false;
	try {
		return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
	} catch {
		return false;
	}
}
