import { sql } from 'drizzle-orm';
import {
	isSettingValue,
	SETTING_KEYS,
	SETTINGS,
	type SettingKey,
	type SettingValue
} from '../../domain/settings/settings.ts';
import { built, type Given } from '../db/built.ts';
import { setting } from '../db/schema/booking.ts';
import type { Tx } from '../db/unit-of-work.ts';

export type SettingView<Key extends SettingKey = SettingKey> = {
	key: Key;
	value: SettingValue<Key>;
	source: string;
	/** False until the head of service vouches for the value. */
	confirmed: boolean;
	/** When somebody last wrote it; null for the default. */
	updatedAt: Temporal.Instant | null;
};

/** Several figures by their key. */
export type SettingViews<Key extends SettingKey> = { [One in Key]: SettingView<One> };

/** What is written for "nobody knows": no setting may have it, so it reads as the default. */
export const UNKNOWN = 'unknown';

type Row = typeof setting.$inferSelect;

/** One figure of the service: what staff wrote, else its default, which nobody has confirmed. */
export async function settingOf<Key extends SettingKey>(
	tx: Tx,
	key: Key
): Promise<SettingView<Key>> {
	const [row] = await settings(tx, { keys: [key] });
	return viewOf(key, row);
}

/** The same for several, in one query. */
export async function settingsOf<const Key extends SettingKey>(
	tx: Tx,
	keys: readonly Key[]
): Promise<SettingViews<Key>> {
	return settingsIn(keys, await settings(tx, { keys }));
}

const settings = built((tx, { keys }: Given<'keys'>) =>
	tx
		.select()
		.from(setting)
		.where(sql`${setting.key} = any(${keys})`)
);

/** The same, of rows that were read with something else. */
export function settingsIn<const Key extends SettingKey>(
	keys: readonly Key[],
	rows: readonly Row[]
): SettingViews<Key> {
	const views = keys.map((key) => [
		key,
		viewOf(
			key,
			rows.find((row) => row.key === key)
		)
	]);
	return Object.fromEntries(views) as SettingViews<Key>;
}

/** All of them, in the order of their definition. They are no secret: every agent reads them. */
export async function listSettings(tx: Tx): Promise<SettingView[]> {
	const found = await settingsOf(tx, SETTING_KEYS);
	return SETTING_KEYS.map((key) => found[key]);
}

function viewOf<Key extends SettingKey>(key: Key, row: Row | undefined): SettingView<Key> {
	const { byDefault, source } = SETTINGS[key];
	// A value that is no longer possible is as if nobody had written it.
	if (!row || !isSettingValue(key, row.value)) {
		return {
			key,
			value: byDefault as SettingValue<Key>,
			source,
			confirmed: false,
			updatedAt: null
		};
	}
	const { value, confirmed, updatedAt } = row;
	return { key, value, source: row.source ?? source, confirmed, updatedAt };
}
