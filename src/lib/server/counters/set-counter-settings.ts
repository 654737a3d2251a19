import type { Actor } from '../../domain/accounts/actor.ts';
import type { CounterSettings } from '../../domain/counters/settings.ts';
import { counterSetting } from '../db/schema/booking.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { auditCounter, ownCounterId } from './own-counter.ts';

/**
 * Writes what a counter chooses for itself: when reminders leave, until when a person cancels alone, when it is warned.
 * @throws Refused, NotFound as ownCounterId
 */
export async function setCounterSettings(
	tx: Tx,
	actor: Actor,
	{ slug, settings }: { slug: string; settings: CounterSettings }
): Promise<void> {
	const counterId = await ownCounterId(tx, actor, slug);
	const { cancelUntilMinutes, alertWithinDays } = settings;
	const row = { ...settings, reminderMinutes: [...settings.reminderMinutes] };
	await tx
		.insert(counterSetting)
		.values({ counterId, ...row })
		.onConflictDoUpdate({ target: counterSetting.counterId, set: row });
	await auditCounter(tx, actor, counterId, 'set-counter-settings', {
		cancelUntilMinutes,
		alertWithinDays,
		reminders: settings.reminderMinutes.join(' ')
	});
}
