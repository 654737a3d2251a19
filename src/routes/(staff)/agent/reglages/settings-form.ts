import { RuleBroken } from '$lib/domain/errors.ts';
import {
	SETTING_GROUPS,
	SETTING_KEYS,
	SETTINGS,
	typedSetting,
	type Definition,
	type SettingKey
} from '$lib/domain/settings/settings.ts';
import type { SettingView } from '$lib/server/settings/queries.ts';

/** Names of the controls: the value of a setting, and whether somebody vouches for it. */
export const valueField = (key: SettingKey) => `valeur-${key}`;
export const confirmField = (key: SettingKey) => `confirme-${key}`;

type Read = { key: SettingKey; value: string | number | null; confirmed: boolean };

/** What the form says of every setting, or which fields cannot be read. */
export function readSettings(typed: Readonly<Record<string, string>>): {
	read: Read[];
	errors: Record<string, string>;
} {
	const read: Read[] = [];
	const errors: Record<string, string> = {};
	for (const key of SETTING_KEYS) {
		const text = typed[valueField(key)];
		// A page that was opened before a setting existed says nothing of it.
		if (text === undefined) continue;
		try {
			const value = typedSetting(key, text);
			const confirmed = value !== null && typed[confirmField(key)] === 'oui';
			read.push({ key, value, confirmed });
		} catch (cause) {
			if (!(cause instanceof RuleBroken)) throw cause;
			errors[valueField(key)] = cause.rule;
		}
	}
	return { read, errors };
}

/** Only those that change: every writing is a line of the journal. */
export function changedSettings(read: readonly Read[], present: readonly SettingView[]): Read[] {
	return read.filter(({ key, value, confirmed }) => {
		const known = present.find((view) => view.key === key);
		return known?.value !== value || known.confirmed !== confirmed;
	});
}

/** The settings by group, each with what its control needs. */
export function settingsScreen(views: readonly SettingView[]) {
	return SETTING_GROUPS.map((group) => ({
		group,
		settings: views
			.filter(({ key }) => SETTINGS[key].group === group)
			.map(({ key, value, source, confirmed }) => ({
				key,
				value: value === null ? '' : String(value),
				source,
				confirmed,
				...controlOf(SETTINGS[key])
			}))
	}));
}

function controlOf(definition: Definition) {
	if ('choices' in definition) return { choices: definition.choices, unit: definition.unit };
	if ('longest' in definition) return { longest: definition.longest };
	return { range: definition.range, unit: definition.unit };
}

export type SettingScreen = ReturnType<typeof settingsScreen>[number]['settings'][number];
