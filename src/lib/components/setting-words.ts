import * as m from '$lib/paraglide/messages.js';
import { DELAY_KINDS, DELAYS, lengthSaid } from '../domain/delays/delays.ts';
import type { SettingGroup, SettingKey, SettingUnit } from '../domain/settings/settings.ts';

type Prefixed<Prefix extends string, Code extends string> = Record<
	`${Prefix}${Code}`,
	() => string
>;

const names: Prefixed<'life_setting_', SettingKey> = m;
const groups: Prefixed<'life_settings_', SettingGroup> = m;
const units: Record<`life_unit_${SettingUnit}`, () => string> = m;

type Counted = (said: { count: number }) => string;

/** Arabic counts in four ways, French and English in two. */
const COUNTED: Record<SettingUnit, Record<'one' | 'two' | 'few' | 'many', Counted>> = {
	days: { one: m.life_day_one, two: m.life_day_two, few: m.life_day_few, many: m.life_day_many },
	working_days: {
		one: m.life_working_day_one,
		two: m.life_working_day_two,
		few: m.life_working_day_few,
		many: m.life_working_day_many
	},
	weeks: {
		one: m.life_week_one,
		two: m.life_week_two,
		few: m.life_week_few,
		many: m.life_week_many
	},
	megabytes: {
		one: m.life_megabytes,
		two: m.life_megabytes,
		few: m.life_megabytes,
		many: m.life_megabytes
	},
	files: { one: m.life_files, two: m.life_files, few: m.life_files, many: m.life_files },
	months: {
		one: m.life_month_one,
		two: m.life_month_two,
		few: m.life_month_few,
		many: m.life_month_many
	}
};

/** What a figure of the service is, as its head reads it. */
export const settingName = (key: SettingKey) => names[`life_setting_${key}`]();

export const settingGroup = (group: SettingGroup) => groups[`life_settings_${group}`]();

/** "en mois": beside the box where a figure is typed. */
export const unitWords = (unit: SettingUnit) => units[`life_unit_${unit}`]();

/** "15 jours", "1 mois". */
export function durationWords(count: number, unit: SettingUnit): string {
	const way = count === 1 ? 'one' : count === 2 ? 'two' : count <= 10 ? 'few' : 'many';
	return COUNTED[unit][way]({ count });
}

/** How long a setting is, as the screens of delays say it: the 31 days of the attestation are the month of the law. */
export function lengthWords(key: SettingKey, count: number, unit: SettingUnit): string {
	const kind = DELAY_KINDS.find((one) => DELAYS[one].setting === key);
	const said = kind && lengthSaid(kind, count);
	return durationWords(said?.length ?? count, said?.unit ?? unit);
}
