import { eq, sql } from 'drizzle-orm';
import type { WindowSettings } from '../../domain/appointments/windows.ts';
import { DEFAULT_SETTINGS, type CounterSettings } from '../../domain/counters/settings.ts';
import { built, type Given } from '../db/built.ts';
import { counterSetting } from '../db/schema/booking.ts';
import type { Tx } from '../db/unit-of-work.ts';

/** What a counter chose for itself, else the defaults; and whether it has a calendar feed. */
export async function settingsOf(
	tx: Tx,
	counterId: string
): Promise<CounterSettings & { hasFeed: boolean }> {
	const [row] = await tx
		.select()
		.from(counterSetting)
		.where(eq(counterSetting.counterId, counterId));
	if (!row) return { ...DEFAULT_SETTINGS, hasFeed: false };
	const { reminderMinutes, cancelUntilMinutes, alertWithinDays, feedHash } = row;
	return { reminderMinutes, cancelUntilMinutes, alertWithinDays, hasFeed: feedHash !== null };
}

/** Until when a person cancels or moves alone at a counter. */
export async function windowsOf(tx: Tx, counterId: string): Promise<WindowSettings> {
	const { cancelUntilMinutes } = await settingsOf(tx, counterId);
	return { cancelUntilMinutes, moveUntilMinutes: cancelUntilMinutes };
}

/** Within how many days each counter wants a free time, by its id. */
export async function alertDays(
	tx: Tx,
	counterIds: readonly string[]
): Promise<ReadonlyMap<string, number>> {
	if (counterIds.length === 0) return new Map();
	const rows = await chosenDays(tx, { counterIds });
	const known = new Map(rows.map(({ id, days }) => [id, days]));
	return new Map(counterIds.map((id) => [id, known.get(id) ?? DEFAULT_SETTINGS.alertWithinDays]));
}

const chosenDays = built((tx, { counterIds }: Given<'counterIds'>) =>
	tx
		.select({ id: counterSetting.counterId, days: counterSetting.alertWithinDays })
		.from(counterSetting)
		.where(sql`${counterSetting.counterId} = any(${counterIds})`)
);
