import * as v from 'valibot';
import { RuleBroken } from '../errors.ts';
import { detailSchema, type KeptDetail } from './event-details.ts';
import type { EventKind } from './event-kinds.ts';
import { LEAST_REPLY_DAYS } from './offer.ts';
import { WARNING_MONTHS } from './warnings.ts';

/** What is wrong with a detail: field → name of the rule. */
export type DetailErrors = Record<string, string>;

type Days = Readonly<Record<string, Temporal.PlainDate | undefined>>;
type CrossCheck = (days: Days, on: Temporal.PlainDate) => DetailErrors | null;

const before = (a: Temporal.PlainDate, b: Temporal.PlainDate) =>
	Temporal.PlainDate.compare(a, b) < 0;

/** The letter comes first, then a month (R441-2-8 c and d): only then may the request be struck off. */
const warnedInTime: CrossCheck = ({ warnedOn }, on) =>
	warnedOn && before(on, warnedOn.add({ months: WARNING_MONTHS }))
		? { warnedOn: 'warned-too-late' }
		: null;

const notLater =
	(field: string): CrossCheck =>
	(days, on) =>
		days[field] && before(on, days[field]) ? { [field]: 'in-the-future' } : null;

/** Rules that tie a day of the detail to the day of the event. */
const CROSS_CHECKS: Partial<Record<EventKind, CrossCheck>> = {
	// R441-10: the offer states a delay of at least ten days.
	offer_sent: ({ replyBefore }, on) =>
		replyBefore && before(replyBefore, on.add({ days: LEAST_REPLY_DAYS }))
			? { replyBefore: 'reply-too-short' }
			: null,
	decided_conditional: ({ metBefore }, on) =>
		metBefore && !before(on, metBefore) ? { metBefore: 'not-after' } : null,
	struck_off_no_contact: warnedInTime,
	struck_off_inadmissible: warnedInTime,
	struck_off_housed: notLater('signedOn'),
	struck_off_renounced: notLater('writtenOn'),
	dalo_recognised: notLater('decidedOn'),
	merged: notLater('mergedFiledOn')
};

/**
 * What is wrong with the detail of an event, or null.
 * @param complete whether every fact that the law wants told must be there: the register may be silent, a counter not
 */
export function detailErrors(
	kind: EventKind,
	detail: KeptDetail,
	on: Temporal.PlainDate,
	complete = true
): DetailErrors | null {
	const schema = detailSchema(kind);
	const read = v.safeParse(complete ? schema : v.partial(schema), detail);
	if (!read.success) return errorsOf(read.issues);
	return CROSS_CHECKS[kind]?.(daysIn(detail), on) ?? null;
}

/**
 * Says no unless the detail is what an event of this kind states.
 * @throws RuleBroken `bad-detail` (facts: field, rule), the first that is wrong
 */
export function checkDetail(
	kind: EventKind,
	detail: KeptDetail,
	on: Temporal.PlainDate,
	complete = true
): void {
	const wrong = Object.entries(detailErrors(kind, detail, on, complete) ?? {})[0];
	if (wrong) throw new RuleBroken('bad-detail', { field: wrong[0], rule: wrong[1] });
}

function errorsOf(issues: readonly v.BaseIssue<unknown>[]): DetailErrors {
	const errors: DetailErrors = {};
	for (const issue of issues) {
		const field = String(issue.path?.[0]?.key ?? 'form');
		errors[field] ??= ruleOf(issue);
	}
	return errors;
}

/** A field that is not there at all is required; one that is no field of this event is unknown. */
function ruleOf(issue: v.BaseIssue<unknown>): string {
	if (issue.type === 'strict_object')
		return issue.expected === 'never' || issue.received !== 'undefined' ? 'unknown' : 'required';
	return /^[a-z-]+$/.test(issue.message) ? issue.message : 'unknown';
}

function daysIn(detail: KeptDetail): Days {
	const days: Record<string, Temporal.PlainDate> = {};
	for (const [field, value] of Object.entries(detail)) {
		if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value))
			days[field] = Temporal.PlainDate.from(value);
	}
	return days;
}
