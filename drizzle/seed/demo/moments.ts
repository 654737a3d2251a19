import type { Actor } from '../../../src/lib/domain/accounts/actor.ts';
import { system } from '../../../src/lib/domain/accounts/actor.ts';
import { atMoment, PARIS } from '../../../src/lib/server/clock.ts';
import { unitOfWork, type Tx } from '../../../src/lib/server/db/unit-of-work.ts';

/** The seed itself, as journals name it. */
export const SEED = system('seed-demo');

/** A moment of a day on a clock in Paris, "10:15". */
export function moment(day: Temporal.PlainDate, time: string): Temporal.Instant {
	return day
		.toZonedDateTime({ timeZone: PARIS, plainTime: Temporal.PlainTime.from(time) })
		.toInstant();
}

/** A unit of work that happens at another moment. */
export function within<T>(
	actor: Actor,
	at: Temporal.Instant,
	work: (tx: Tx) => Promise<T>
): Promise<T> {
	return atMoment(at, () => unitOfWork(actor, work));
}
