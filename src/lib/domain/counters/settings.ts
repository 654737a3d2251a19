import * as v from 'valibot';
import { numberText, ruleNames } from './typed-values.ts';

/** When reminders may leave, in minutes before the start: 14, 7, 3 days, 48 h, 24 h, 3 h, 1 h. */
export const REMINDER_CHOICES: readonly number[] = [20160, 10080, 4320, 2880, 1440, 180, 60];

/** What a counter chooses for itself. */
export type CounterSettings = {
	/** Minutes before the start, the earliest reminder first; none: no reminder. */
	readonly reminderMinutes: readonly number[];
	/** Until how many minutes before the start a person cancels or moves alone. */
	readonly cancelUntilMinutes: number;
	/** The counter is warned when it proposes nothing within so many days. */
	readonly alertWithinDays: number;
};

export const DEFAULT_SETTINGS: CounterSettings = {
	reminderMinutes: [10080, 2880, 180],
	cancelUntilMinutes: 60,
	alertWithinDays: 14
};

/** Settings as a form sends them. */
export const settingsForm = v.strictObject({
	reminderMinutes: v.pipe(
		v.array(v.pipe(v.string(), v.picklist(REMINDER_CHOICES.map(String), 'number-wrong'))),
		v.transform((chosen) => [...new Set(chosen.map(Number))].sort((a, b) => b - a))
	),
	cancelUntilMinutes: numberText(0, 10080),
	alertWithinDays: numberText(1, 366)
});

const lines = v.pipe(v.string(), v.trim(), v.maxLength(2000, 'too-long'));

/** A motive as a form sends it; an unticked box is not sent. */
export const motiveForm = v.pipe(
	v.strictObject({
		durationMinutes: numberText(5, 480),
		stepMinutes: numberText(5, 480),
		bufferBeforeMinutes: numberText(0, 240),
		bufferAfterMinutes: numberText(0, 240),
		minimumNoticeMinutes: numberText(0, 43200),
		horizonDays: numberText(0, 366),
		maxPerDayAndDesk: v.union(
			[
				v.pipe(
					v.literal(''),
					v.transform(() => null)
				),
				numberText(1, 200)
			],
			'number-wrong'
		),
		bookableBy: v.picklist(['anyone', 'applicant', 'staff'], 'choice-missing'),
		channels: v.pipe(
			v.array(v.picklist(['on_site', 'telephone'])),
			v.minLength(1, 'channel-missing')
		),
		bring_fr: lines,
		bring_en: lines,
		bring_ar: lines,
		confirmed: v.optional(v.literal('oui'))
	}),
	v.transform(({ channels, bring_fr, bring_en, bring_ar, confirmed, ...lengths }) => ({
		...lengths,
		onSite: channels.includes('on_site'),
		byTelephone: channels.includes('telephone'),
		bring: {
			fr: bring_fr,
			...(bring_en && { en: bring_en }),
			...(bring_ar && { ar: bring_ar })
		},
		confirmed: confirmed === 'oui'
	}))
);
export type MotiveSettings = v.InferOutput<typeof motiveForm>;

/**
 * Reads a form by one of the schemas above.
 * @returns the value, or the name of the broken rule of each field
 */
export function readForm<T>(
	schema: v.GenericSchema<unknown, T>,
	typed: unknown
): { value: T } | { errors: Record<string, string> } {
	const read = v.safeParse(schema, typed);
	return read.success ? { value: read.output } : { errors: ruleNames(read.issues) };
}
