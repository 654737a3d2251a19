import * as v from 'valibot';
import { RuleBroken } from '../errors.ts';

export type SettingUnit = 'days' | 'working_days' | 'weeks' | 'months' | 'megabytes' | 'files';

/** Where a figure stands on the screen of the head of service. */
export const SETTING_GROUPS = ['law', 'prefect', 'estimate', 'service'] as const;
export type SettingGroup = (typeof SETTING_GROUPS)[number];

interface Common {
	readonly group: SettingGroup;
	/** Where the figure comes from, as staff read it. */
	readonly source: string;
}
/** One of a few figures, in the order of the screen. */
interface Choices extends Common {
	readonly byDefault: number;
	readonly choices: readonly number[];
	readonly unit: SettingUnit;
}
/** A figure between two; null where nobody knows it yet. */
interface Range extends Common {
	readonly byDefault: number | null;
	readonly range: readonly [least: number, most: number];
	readonly unit: SettingUnit;
}
/** Some words, as an address; null where nobody knows them yet. */
interface Words extends Common {
	readonly byDefault: null;
	readonly longest: number;
}
export type Definition = Choices | Range | Words;

const estimate = (unit: SettingUnit, most: number) =>
	({
		group: 'estimate',
		byDefault: null,
		range: [1, most],
		unit,
		source: 'observation du service'
	}) as const;

/** No text gives these figures. */
const OURS = 'choix du service';

const ours = <const Choices extends readonly number[]>(
	unit: SettingUnit,
	byDefault: Choices[number],
	choices: Choices
) => ({ group: 'service', byDefault, choices, unit, source: OURS }) as const;

/**
 * Figures of the whole service that staff edit. Each has a default that stands until the head of service changes it,
 * and none is confirmed by itself: no public source gives the choices of the intercommunality, nor the préfet's delay.
 * What nobody knows has no default, and is shown as "à confirmer".
 */
export const SETTINGS = {
	/**
	 * Registration is attested within a month of filing (L441-2-1): the law's most, which the service may shorten. So
	 * many days are cut to a month of the calendar (delays.ts): 31 are the month itself.
	 */
	attestation_delay_days: {
		group: 'law',
		byDefault: 31,
		range: [1, 31],
		unit: 'days',
		source: 'L441-2-1'
	},
	/**
	 * Within how many months of registration an applicant who asks for it must be received: one, or two where the
	 * plan says so (CCH L441-2-8 I §2; the plan's content is R441-2-10 2°). The shorter one wrongs nobody.
	 */
	reception_delay_months: {
		group: 'law',
		byDefault: 1,
		choices: [1, 2],
		unit: 'months',
		source: 'L441-2-8 I §2; R441-2-10 2°'
	},
	/** Papers handed to a counter are in the register within fifteen days (R441-2-4-1). */
	papers_deposit_days: {
		group: 'law',
		byDefault: 15,
		range: [1, 15],
		unit: 'days',
		source: 'R441-2-4-1'
	},
	/** After how long a wait is abnormal: the préfet's figure for the département, which no public source gives. */
	abnormal_delay_months: {
		group: 'prefect',
		byDefault: null,
		range: [1, 180],
		unit: 'months',
		source: 'L441-1-4'
	},
	/** Where the commission de médiation is written to, and with which form. */
	mediation_address: { group: 'prefect', byDefault: null, longest: 300, source: 'R441-2-4 g' },
	mediation_form: { group: 'prefect', byDefault: null, longest: 200, source: 'préfecture' },
	/** How long each coming step usually takes here. Shown as an estimate, never as a promise. */
	step_instruction_months: estimate('months', 180),
	step_positioning_months: estimate('months', 180),
	step_commission_weeks: estimate('weeks', 52),
	step_offer_weeks: estimate('weeks', 52),
	step_lease_weeks: estimate('weeks', 52),
	/** Within how many working days the counters say that they answer a message. No text sets it. */
	message_answer_days: {
		group: 'service',
		byDefault: 5,
		choices: [2, 3, 5, 8, 10, 15],
		unit: 'working_days',
		source: OURS
	},
	/** Megabytes of one file that an applicant sends. SNE publishes none; 10 holds any photo or scan. */
	paper_file_megabytes: ours('megabytes', 10, [5, 10, 15, 20, 25]),
	/** Files and megabytes that one request may hold at once. */
	paper_files: ours('files', 30, [15, 30, 45, 60]),
	paper_request_megabytes: ours('megabytes', 150, [75, 150, 225, 300]),
	/** Days between the deposit of a paper in SNE and its destruction here: time to correct a mistake. */
	paper_grace_days: ours('days', 2, [0, 1, 2, 3, 7]),
	/** Months after which nobody remembers the address of a helper who helps nobody any more. */
	helper_account_months: ours('months', 12, [1, 3, 6, 12]),
	/** Months after a visit, or the day it was for, when who came without a request is forgotten. */
	visitor_contact_months: ours('months', 12, [1, 3, 6, 12, 24])
} as const satisfies Record<string, Definition>;

export type SettingKey = keyof typeof SETTINGS;
export type SettingValue<Key extends SettingKey> = (typeof SETTINGS)[Key] extends {
	choices: readonly (infer Choice)[];
}
	? Choice
	: (typeof SETTINGS)[Key] extends { longest: number }
		? string | null
		: (typeof SETTINGS)[Key]['byDefault'] extends null
			? number | null
			: number;

export const SETTING_KEYS = Object.keys(SETTINGS) as SettingKey[];

export const SettingKeySchema = v.picklist(SETTING_KEYS);

const definitionOf = (key: SettingKey): Definition => SETTINGS[key];

/** Whether something is a value that this setting may have. */
export function isSettingValue<Key extends SettingKey>(
	key: Key,
	value: unknown
): value is SettingValue<Key> {
	const definition = definitionOf(key);
	if (value === null) return definition.byDefault === null;
	if ('choices' in definition) return definition.choices.some((choice) => choice === value);
	if ('longest' in definition)
		return typeof value === 'string' && value !== '' && value.length <= definition.longest;
	const [least, most] = definition.range;
	return Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
}

/**
 * The value, when the setting may have it.
 * @throws RuleBroken `setting-out-of-range`
 */
export function settingValue<Key extends SettingKey>(key: Key, value: unknown): SettingValue<Key> {
	if (!isSettingValue(key, value)) throw new RuleBroken('setting-out-of-range', { setting: key });
	return value;
}

/**
 * What somebody typed for a setting, as a value it may have. Nothing typed is "not known" where that is possible.
 * @throws RuleBroken `setting-out-of-range`
 */
export function typedSetting<Key extends SettingKey>(key: Key, typed: string): SettingValue<Key> {
	const text = typed.trim();
	if (text === '') return settingValue(key, null);
	if ('longest' in definitionOf(key)) return settingValue(key, text);
	return settingValue(key, /^\d{1,4}$/.test(text) ? Number(text) : text);
}
