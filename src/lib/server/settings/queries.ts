import { eq } from 'drizzle-orm';
import {
	isSettingValue,
	SETTING_KEYS,
	SETTINGS,
	type SettingKey,
	type SettingValue
} from '../../domain/settings/settings.ts';
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

/** One figure of the service: what staff wrote, else its default, which nobody has confirmed. */
export async function settingOf<Key extends SettingKey>(
	tx: Tx,
	key: Key
): Promise<SettingView<Key>> {
	const { byDefault, source } = SETTINGS[key];
	const [row] = await tx.select().from(setting).where(eq(setting.key, key));
	// A value that is no longer among the choices is as if nobody had written it.
	if (!row || !isSettingValue(key, row.value)) {
		return { key, value: byDefault, source, confirmed: false, updatedAt: null };
	}
	const { value, confirmed, updatedAt } = row;
	return { key, value, source: row.source ?? source, confirmed, updatedAt };
}

/** All of them, in the order of their definition. They are no secret: every agent reads them. */
export async function listSettings(tx: Tx): Promise<SettingView[]> {
	const found: SettingView[] = [];
	for (const key of SETTING_KEYS) found.push(await settingOf(tx, key));
	return found;
}
