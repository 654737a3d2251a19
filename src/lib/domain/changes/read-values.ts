import { frenchPhone } from '../appointments/visitor-phone.ts';
import { latinDigits } from '../accounts/digits.ts';
import { SNE_CODE_LISTS } from '../applications/codes.ts';
import { fieldRule, LEAVE_REASONS, type FieldName, type FieldRule } from './fields.ts';
import type { FormFields } from './kinds.ts';

/** A value as it is kept: a code, an INSEE code, "YYYY-MM-DD", euro cents in figures, "yes"; '' is "none". */
export type Value = string | readonly string[];
export type Values = Readonly<Record<string, Value>>;

/** What is wrong with what was typed; the words are in messages. */
export type FieldFault =
	'required' | 'unknown' | 'too-long' | 'too-much' | 'shape' | 'ahead' | 'long-ago';

export interface ReadContext {
	readonly today: Temporal.PlainDate;
	/** INSEE codes that may be chosen: the territory, and those the request already names. */
	readonly communes: readonly string[];
}

export interface ReadValues {
	readonly values: Values;
	readonly faults: Partial<Record<FieldName, FieldFault>>;
}

/** "Somewhere else", in a list of communes. */
export const OTHER_COMMUNE = 'autre';
/** Nobody who is alive was born before; nothing that is declared happened before. */
const FIRST_YEAR = 1900;
/** A birth is announced at most so many days ahead. */
const AHEAD_DAYS = 300;

/**
 * Reads what a form of a change or a correction sends, field by field, so that every fault is shown at once.
 * @param typed every value of the fields, by the names of the form
 */
export function readValues(
	fields: FormFields,
	typed: ReadonlyMap<string, readonly string[]>,
	context: ReadContext
): ReadValues {
	const values: Record<string, Value> = {};
	const faults: Partial<Record<FieldName, FieldFault>> = {};
	for (const name of [...fields.required, ...fields.optional]) {
		const rule = fieldRule(name);
		const raw = (typed.get(rule.input) ?? []).map((text) => text.normalize('NFKC').trim());
		const read = readField(rule, raw, context, fields.choices[name]);
		if (read.fault) faults[name] = read.fault;
		else values[name] = read.value;
		if (fields.required.includes(name) && !read.fault && read.value.length === 0)
			faults[name] = 'required';
	}
	if (values['addressCommune'] === OTHER_COMMUNE && !values['otherCommune'])
		faults.otherCommune ??= 'required';
	return { values, faults };
}

type Read = { value: Value; fault?: undefined } | { value?: undefined; fault: FieldFault };

function readField(
	rule: FieldRule,
	raw: readonly string[],
	context: ReadContext,
	choices: readonly string[] | undefined
): Read {
	const many = [...new Set(raw.filter((text) => text !== ''))];
	if (rule.type === 'codes' || rule.type === 'communes') {
		const known = rule.type === 'codes' ? codesOf(rule) : context.communes;
		if (many.some((each) => !known.includes(each))) return { fault: 'unknown' };
		return rule.most && many.length > rule.most ? { fault: 'too-much' } : { value: many };
	}
	const [text = ''] = raw;
	return text === '' ? { value: '' } : readOne(rule, text, context, choices);
}

function readOne(
	rule: FieldRule,
	text: string,
	context: ReadContext,
	choices: readonly string[] | undefined
): Read {
	switch (rule.type) {
		case 'text':
		case 'long':
			return text.length > (rule.most ?? 80) ? { fault: 'too-long' } : { value: text };
		case 'phone':
			return valueOr('shape', frenchPhone(text));
		case 'email':
			return text.length <= 254 && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)
				? { value: text.toLowerCase() }
				: { fault: 'shape' };
		case 'postcode':
			return valueOr('shape', /^\d{5}$/.test(latinDigits(text)) ? latinDigits(text) : null);
		case 'day':
			return readDay(rule, text, context.today);
		case 'count':
			return readNumber(rule, latinDigits(text), 0);
		case 'euros':
			return readNumber(rule, latinDigits(text), 2);
		case 'yes_no':
			return ['oui', 'non'].includes(text) ? { value: text } : { fault: 'unknown' };
		case 'commune':
			return [...context.communes, OTHER_COMMUNE].includes(text)
				? { value: text }
				: { fault: 'unknown' };
		default:
			return (choices ?? codesOf(rule)).includes(text) ? { value: text } : { fault: 'unknown' };
	}
}

/** "1 580,50 €", "1580.5", "38": in whole units, or in hundredths. */
function readNumber(rule: FieldRule, text: string, decimals: 0 | 2): Read {
	const bare = text.replace(/[\s€]|m[²2]$/g, '').replace(',', '.');
	const shape = decimals === 2 ? /^\d{1,9}(\.\d{1,2})?$/ : /^\d{1,9}$/;
	if (!shape.test(bare)) return { fault: 'shape' };
	const value = Math.round(Number(bare) * 10 ** decimals);
	return value > (rule.most ?? Infinity) ? { fault: 'too-much' } : { value: String(value) };
}

/** As a date field sends it, or as one types it where there is none: "3/12/2026". */
function readDay(rule: FieldRule, text: string, today: Temporal.PlainDate): Read {
	const day = parseDay(latinDigits(text));
	if (day === null || day.year < FIRST_YEAR) return { fault: 'shape' };
	const latest = rule.ahead ? today.add({ days: AHEAD_DAYS }) : today;
	if (Temporal.PlainDate.compare(day, latest) > 0) return { fault: 'ahead' };
	if (rule.ahead && Temporal.PlainDate.compare(day, today.subtract({ months: 1 })) < 0)
		return { fault: 'long-ago' };
	return { value: day.toString() };
}

function parseDay(text: string): Temporal.PlainDate | null {
	const french = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/.exec(text);
	const iso = french
		? `${french[3]}-${french[2]?.padStart(2, '0')}-${french[1]?.padStart(2, '0')}`
		: text;
	if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return null;
	try {
		return Temporal.PlainDate.from(iso, { overflow: 'reject' });
	} catch {
		return null;
	}
}

function codesOf({ list }: FieldRule): readonly string[] {
	if (!list) return [];
	return list === 'leave_reason' ? LEAVE_REASONS : SNE_CODE_LISTS[list];
}

function valueOr(fault: FieldFault, value: string | null): Read {
	return value === null ? { fault } : { value };
}
