import * as v from 'valibot';
import type { Weekday } from '../appointments/types.ts';
import { brokenRules, type BrokenRules } from './change-rules.ts';
import type { ChangeKind, CounterChange, OpeningDraft } from './changes.ts';
import {
	dayText,
	numberText,
	optionalDay,
	optionalTime,
	ruleNames,
	timeText
} from './typed-values.ts';

/** What a form sends: texts, and lists of texts for boxes that are ticked. */
export type Typed = Readonly<Record<string, string | readonly string[]>>;

const id = v.pipe(v.string(), v.uuid('unknown'));
const weekday = v.union(
	[
		v.pipe(
			v.literal(''),
			v.transform(() => null)
		),
		numberText(1, 7)
	],
	'weekday-missing'
);
const weeks = numberText(1, 52);
const list = (rule: string) =>
	v.pipe(v.array(v.pipe(v.string(), v.maxLength(60))), v.minLength(1, rule));

const openingFields = {
	kind: v.picklist(['weekly', 'once', 'override'], 'kind-missing'),
	weekday,
	day: optionalDay,
	everyWeeks: weeks,
	startsAt: timeText,
	endsAt: timeText,
	validFrom: optionalDay,
	validUntil: optionalDay,
	audience: v.picklist(['public', 'staff'], 'audience-missing'),
	deskIds: list('desk-missing'),
	motiveCodes: list('motive-missing')
};
type OpeningFields = v.InferOutput<ReturnType<typeof opening>>;
const opening = () => v.strictObject(openingFields);

/** A form shows the fields of every kind; those of another kind than the chosen one say nothing. */
function draft(fields: OpeningFields): OpeningDraft {
	const { kind } = fields;
	const isWeekly = kind === 'weekly';
	return {
		kind,
		weekday: isWeekly ? (fields.weekday as Weekday | null) : null,
		day: isWeekly ? null : fields.day,
		everyWeeks: isWeekly ? fields.everyWeeks : 1,
		startsAt: fields.startsAt,
		endsAt: fields.endsAt,
		validFrom: isWeekly ? fields.validFrom : null,
		validUntil: isWeekly ? fields.validUntil : null,
		audience: fields.audience,
		deskIds: [...new Set(fields.deskIds)],
		motiveCodes: [...new Set(fields.motiveCodes)]
	};
}

const absence = v.strictObject({
	deskId: v.pipe(v.string(), v.uuid('desk-missing')),
	kind: v.picklist(['once', 'weekly'], 'kind-missing'),
	fromDay: dayText,
	untilDay: optionalDay,
	weekday,
	everyWeeks: weeks,
	startsAt: optionalTime,
	endsAt: optionalTime
});

const closure = v.strictObject({
	fromDay: dayText,
	untilDay: optionalDay,
	reason: v.pipe(v.string(), v.trim(), v.maxLength(300, 'too-long'))
});

type Reader = v.GenericSchema<unknown, CounterChange>;
const removal = <
	Kind extends 'remove-opening' | 'remove-closure' | 'remove-desk-absence' | 'close-desk'
>(
	kind: Kind
) =>
	v.pipe(
		v.strictObject({ id }),
		v.transform((typed): CounterChange => ({ kind, id: typed.id }))
	);

const READERS: Readonly<Record<ChangeKind, Reader>> = {
	'add-opening': v.pipe(
		opening(),
		v.transform((typed): CounterChange => ({ kind: 'add-opening', opening: draft(typed) }))
	),
	'change-opening': v.pipe(
		v.strictObject({ id, ...openingFields }),
		v.transform(({ id: of, ...typed }): CounterChange => {
			return { kind: 'change-opening', id: of, opening: draft(typed) };
		})
	),
	'remove-opening': removal('remove-opening'),
	'add-closure': v.pipe(
		closure,
		// One day is the common case: the last day may be left empty.
		v.transform(({ fromDay, untilDay, reason }): CounterChange => {
			const closed = { fromDay, untilDay: untilDay ?? fromDay, reason: reason || null };
			return { kind: 'add-closure', closure: closed };
		})
	),
	'remove-closure': removal('remove-closure'),
	'add-desk-absence': v.pipe(
		absence,
		v.transform((typed): CounterChange => {
			const isWeekly = typed.kind === 'weekly';
			return {
				kind: 'add-desk-absence',
				absence: {
					...typed,
					untilDay: typed.untilDay ?? (isWeekly ? null : typed.fromDay),
					weekday: isWeekly ? (typed.weekday as Weekday | null) : null,
					everyWeeks: isWeekly ? typed.everyWeeks : 1
				}
			};
		})
	),
	'remove-desk-absence': removal('remove-desk-absence'),
	'close-desk': removal('close-desk')
};

/** Fields that are lists, whatever the number of boxes ticked. */
export const LISTS: readonly string[] = ['deskIds', 'motiveCodes'];

/**
 * Reads a change from what was typed: field `change` says which, the others are those of its shape and no other.
 * @returns the change, or the name of the broken rule of each field that is wrong (`form` when the shape itself is)
 */
export function readChange(
	typed: Typed,
	today: Temporal.PlainDate
): { change: CounterChange } | { errors: BrokenRules } {
	const { change: kind, ...fields } = typed;
	if (typeof kind !== 'string' || !Object.hasOwn(READERS, kind))
		return { errors: { form: 'unknown' } };
	const read = v.safeParse(READERS[kind as ChangeKind], fields);
	if (!read.success) return { errors: ruleNames(read.issues) };
	const errors = brokenRules(read.output, today);
	return Object.keys(errors).length > 0 ? { errors } : { change: read.output };
}
