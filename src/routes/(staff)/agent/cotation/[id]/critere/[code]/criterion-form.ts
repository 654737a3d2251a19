import * as v from 'valibot';
import { CriterionSchema, type Criterion } from '$lib/domain/score/grid.ts';
import { locales } from '$lib/paraglide/runtime.js';
import { localisedTyped } from '../../typed-grid.ts';

/** What is typed in the form of a criterion; lists are given back as lists. */
export type TypedCriterion = Partial<Record<string, string | string[]>>;

/** A criterion as its form shows it. */
export function typedCriterion(criterion: Criterion, position: number): TypedCriterion {
	const texts = locales.flatMap((locale) => [
		[`label-${locale}`, criterion.label[locale] ?? ''],
		[`explanation-${locale}`, criterion.explanation[locale] ?? '']
	]);
	return {
		position: String(position + 1),
		code: criterion.code,
		fact: criterion.fact,
		codes: criterion.codes.map((code) => `${criterion.fact} ${code}`),
		points: criterion.points === null ? '' : String(criterion.points),
		per: criterion.perUnit ? 'oui' : '',
		from: String(criterion.from),
		every: String(criterion.every),
		most: criterion.most === null ? '' : String(criterion.most),
		group: criterion.group ?? '',
		proofs: [...criterion.proofs],
		source: criterion.source,
		confirmed: criterion.confirmed ? 'oui' : '',
		...(Object.fromEntries(texts) as Record<string, string>)
	};
}

/**
 * Reads a criterion from its form. Codes are chosen in one list for all facts: those of another fact are left out.
 * @param code of the address; a new one is typed
 * @returns `wrong`: the fields that could not be read, as the form names them
 */
export function readCriterion(
	form: FormData,
	code: string,
	isNewCode: string
): { typed: TypedCriterion; criterion?: Criterion; position: number; wrong: string[] } {
	const text = (name: string) => String(form.get(name) ?? '').trim();
	const list = (name: string) => form.getAll(name).map(String);
	const number = (name: string) => (/^[-−]?\d{1,4}$/.test(text(name)) ? whole(text(name)) : NaN);
	const typed: TypedCriterion = {
		...Object.fromEntries([...form.keys()].map((name) => [name, text(name)])),
		codes: list('codes'),
		proofs: list('proofs')
	};
	const fact = text('fact');
	const read = v.safeParse(CriterionSchema, {
		code: code === isNewCode ? text('code') : code,
		fact,
		codes: list('codes').flatMap((one) => (one.startsWith(`${fact} `) ? [one.split(' ')[1]] : [])),
		from: number('from'),
		every: number('every'),
		perUnit: text('per') === 'oui',
		points: text('points') === '' ? null : number('points'),
		most: text('most') === '' ? null : number('most'),
		group: text('group') || null,
		proofs: list('proofs'),
		label: localisedTyped(form, 'label'),
		explanation: withFrench(localisedTyped(form, 'explanation')),
		source: text('source'),
		confirmed: text('confirmed') === 'oui'
	});
	const position = Math.max(0, (number('position') || 1) - 1);
	if (read.success) return { typed, criterion: read.output, position, wrong: [] };
	return { typed, position, wrong: [...new Set(read.issues.map(fieldOf))] };
}

/** Texts in several languages are wrong in French, the one that must be there. */
function fieldOf({ path }: v.BaseIssue<unknown>): string {
	const key = String(path?.[0]?.key ?? 'form');
	return key === 'label' || key === 'explanation' ? `${key}-fr` : key;
}

const whole = (text: string) => Number(text.replace('−', '-'));

/** An explanation need not be given: the label says what it is. */
const withFrench = (text: { fr: string }) => ({ ...text, fr: text.fr || '—' });
