import * as v from 'valibot';

function isDay(text: string): boolean {
	if (!/^20\d{2}-\d{2}-\d{2}$/.test(text)) return false;
	try {
		return Boolean(Temporal.PlainDate.from(text));
	} catch {
		return false;
	}
}

const nothing = v.pipe(
	v.literal(''),
	v.transform(() => null)
);

/** A day as a form sends it, YYYY-MM-DD. */
export const dayText = v.pipe(
	v.string('day-missing'),
	v.nonEmpty('day-missing'),
	v.check(isDay, 'day-unreadable'),
	v.transform((text) => Temporal.PlainDate.from(text))
);
/** The same, empty meaning none. */
export const optionalDay = v.union([nothing, dayText], 'day-unreadable');

/** An hour on the wall, HH:MM. */
export const timeText = v.pipe(
	v.string('time-missing'),
	v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'time-missing'),
	v.transform((text) => Temporal.PlainTime.from(text))
);
export const optionalTime = v.union([nothing, timeText], 'time-missing');

/** A whole number from `least` to `most`, in figures. */
export const numberText = (least: number, most: number) =>
	v.pipe(
		v.string('number-wrong'),
		v.regex(/^\d{1,6}$/, 'number-wrong'),
		v.transform(Number),
		v.minValue(least, 'number-wrong'),
		v.maxValue(most, 'number-wrong')
	);

/**
 * The name of the broken rule of each field, the first of each; `form` when the form itself is not ours (a field too
 * many, one that is missing): Valibot then says so in a sentence, which is no name.
 */
export function ruleNames(issues: readonly v.BaseIssue<unknown>[]): Record<string, string> {
	const named = issues.map((issue) => {
		const isOurs = /^[a-z]+(-[a-z]+)*$/.test(issue.message) && issue.message !== 'unknown';
		return isOurs ? [String(issue.path?.[0]?.key ?? 'form'), issue.message] : ['form', 'unknown'];
	});
	return Object.fromEntries(named.reverse());
}
