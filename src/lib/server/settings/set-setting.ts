import type { Actor } from '../../domain/accounts/actor.ts';
import { SETTINGS, settingValue, type SettingKey } from '../../domain/settings/settings.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { now } from '../clock.ts';
import { setting } from '../db/schema/booking.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { requireSettingsEditor } from './access.ts';
import { UNKNOWN } from './queries.ts';

export type SetSettingInput = {
	key: SettingKey;
	value: unknown;
	/** Somebody vouches for the value: the mark "à confirmer" goes. Nobody can vouch for what is not known. */
	confirmed: boolean;
};

/**
 * Writes one figure of the service, and who did in the journal.
 * @throws Refused unless the head of service acts; RuleBroken `setting-out-of-range`
 */
export async function setSetting(
	tx: Tx,
	actor: Actor,
	{ key, value: asked, confirmed }: SetSettingInput
): Promise<void> {
	requireSettingsEditor(actor);
	const value = settingValue(key, asked);
	const kept = value ?? UNKNOWN;
	const row = { value: kept, source: SETTINGS[key].source, confirmed, updatedAt: now() };
	await tx
		.insert(setting)
		.values({ key, ...row })
		.onConflictDoUpdate({ target: setting.key, set: row });
	await recordAudit(tx, actor, {
		action: 'set-setting',
		applicationId: null,
		subjectKind: 'setting',
		subjectId: key,
		detail: { value: kept, confirmed }
	});
}
