import type { Actor } from '$lib/domain/accounts/actor.ts';
import type { Locale } from '$lib/paraglide/runtime.js';
import {
	findNearestTimes,
	type NearestInput
} from '$lib/server/appointments/find-nearest-times.ts';
import type { Tx } from '$lib/server/db/unit-of-work.ts';
import { nearScreen, timeScreen } from './times-screen.ts';

export type RefusedRule = 'time-taken' | 'time-not-offered';

/** The answer to somebody whose time cannot be had: which time it was, and the nearest others. */
export async function refuseTime(
	tx: Tx,
	actor: Actor,
	wanted: NearestInput,
	rule: RefusedRule,
	locale: Locale
) {
	return {
		rule,
		motif: wanted.motive,
		guichet: wanted.counter,
		wanted: timeScreen(wanted, locale),
		near: nearScreen(await findNearestTimes(tx, actor, wanted), locale)
	};
}

export type RefusalScreen = Awaited<ReturnType<typeof refuseTime>>;

/** Whether a broken rule is answered by other times. */
export function isTimeRule(rule: string): rule is RefusedRule {
	return rule === 'time-taken' || rule === 'time-not-offered';
}
