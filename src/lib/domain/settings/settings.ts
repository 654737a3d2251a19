import * as v from 'valibot';
import { RuleBroken } from '../errors.ts';

interface Definition<Value> {
	/** What the service uses until somebody says otherwise. */
	readonly byDefault: Value;
	/** What may be chosen, in the order of the screen. */
	readonly choices: readonly Value[];
	/** Where the figure comes from, as staff read it. */
	readonly source: string;
}

/** No text gives these figures. */
const OURS = 'choix du service';

/**
 * Figures of the whole service that staff edit. Each has a default that stands until the head of service changes it,
 * and none is confirmed by itself: no public source gives the choice of the intercommunality.
 */
export const SETTINGS = {
	/**
	 * Within how many months of registration an applicant who asks for it must be received: one, or two where the
	 * plan says so (CCH L441-2-8 I §2; the plan's content is R441-2-10 2°). The shorter one wrongs nobody.
	 */
	reception_delay_months: {
		byDefault: 1,
		choices: [1, 2],
		source: 'L441-2-8 I §2; R441-2-10 2°'
	},
	/** Within how many working days the counters say that they answer a message. No text sets it. */
	message_answer_days: {
		byDefault: 5,
		choices: [2, 3, 5, 8, 10, 15],
		source: OURS
	},
	/** Megabytes of one file that an applicant sends. SNE publishes none; 10 holds any photo or scan. */
	paper_file_megabytes: { byDefault: 10, choices: [5, 10, 15, 20, 25], source: OURS },
	/** Files and megabytes that one request may hold at once. */
	paper_files: { byDefault: 30, choices: [15, 30, 45, 60], source: OURS },
	paper_request_megabytes: { byDefault: 150, choices: [75, 150, 225, 300], source: OURS },
	/** Days between the deposit of a paper in SNE and its destruction here: time to correct a mistake. */
	paper_grace_days: { byDefault: 2, choices: [0, 1, 2, 3, 7], source: OURS }
} as const satisfies Record<string, Definition<number>>;

export type SettingKey = keyof typeof SETTINGS;
export type SettingValue<Key extends SettingKey> = (typeof SETTINGS)[Key]['choices'][number];

export const SETTING_KEYS = Object.keys(SETTINGS) as SettingKey[];

export const SettingKeySchema = v.picklist(SETTING_KEYS);

/** Whether something is a value that this setting may have. */
export function isSettingValue<Key extends SettingKey>(
	key: Key,
	value: unknown
): value is SettingValue<Key> {
	return SETTINGS[key].choices.some((choice) => choice === value);
}

/**
 * The value, when the setting may have it.
 * @throws RuleBroken `setting-out-of-range`
 */
export function settingValue<Key extends SettingKey>(key: Key, value: unknown): SettingValue<Key> {
	if (!isSettingValue(key, value)) throw new RuleBroken('setting-out-of-range', { setting: key });
	return value;
}
