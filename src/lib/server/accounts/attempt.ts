import { system } from '../../domain/accounts/actor.ts';
import { unitOfWork, type Tx } from '../db/unit-of-work.ts';
import { log } from '../log.ts';
import { countTry, forgiveTry, type Try } from './throttle.ts';
import { inWorkSlot } from './work-slots.ts';

/** How a try ended. `refused` never says why: unknown, wrong, not activated and dead look the same. */
export type Answer<T> =
	| { kind: 'accepted'; value: T }
	| { kind: 'refused' }
	| { kind: 'wait'; seconds: number }
	| { kind: 'busy'; seconds: number };

/** Nobody is signed in yet: the software acts, and says so in the journals. */
export const SIGNING_IN = system('sign-in');

const BUSY: Answer<never> = { kind: 'busy', seconds: 5 };

/**
 * A guarded try at a door, as two units of work one after the other, never one inside the other (each would hold a
 * connection while waiting for the second). First the try is counted as failed and that is committed; then `work` is
 * done, and its success takes the count back in its own transaction.
 *
 * @param work the use case; null means refused. What it throws passes through, and the count stays
 * @param reserve what else must be spent before the try (a try of a code), committed with the count
 */
export async function attempt<T, R = undefined>(
	who: Try,
	work: (tx: Tx, reserved: R) => Promise<T | null>,
	reserve?: (tx: Tx) => Promise<R>
): Promise<Answer<T>> {
	const answer = await inWorkSlot(async (): Promise<Answer<T>> => {
		const { counted, reserved } = await unitOfWork(SIGNING_IN, async (tx) => {
			const counted = await countTry(tx, who);
			const allowed = counted.waitSeconds === 0;
			return { counted, reserved: (allowed ? await reserve?.(tx) : undefined) as R };
		});
		if (counted.waitSeconds > 0) return { kind: 'wait', seconds: counted.waitSeconds };
		return unitOfWork(SIGNING_IN, async (tx): Promise<Answer<T>> => {
			const value = await work(tx, reserved);
			if (value === null) return { kind: 'refused' };
			await forgiveTry(tx, counted);
			return { kind: 'accepted', value };
		});
	});
	const ended = answer === 'busy' ? BUSY : answer;
	if (ended.kind !== 'accepted') log.warn({ door: who.door, answer: ended.kind }, 'sign-in not accepted');
	return ended;
}
