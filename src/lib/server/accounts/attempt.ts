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
 */
export function attempt<T>(who: Try, work: (tx: Tx) => Promise<T | null>): Promise<Answer<T>> {
	return attemptSpending(who, () => Promise.resolve(undefined), work);
}

/**
 * The same for a try that also uses something up.
 * @param spend uses up what the try costs (a try of a code), committed with the count; `work` receives its result
 */
export async function attemptSpending<T, S>(
	who: Try,
	spend: (tx: Tx) => Promise<S>,
	work: (tx: Tx, spent: S) => Promise<T | null>
): Promise<Answer<T>> {
	const answer = await inWorkSlot(() => countedTry(who, spend, work));
	const ended = answer === 'busy' ? BUSY : answer;
	if (ended.kind !== 'accepted')
		log.warn({ door: who.door, answer: ended.kind }, 'sign-in not accepted');
	return ended;
}

async function countedTry<T, S>(
	who: Try,
	spend: (tx: Tx) => Promise<S>,
	work: (tx: Tx, spent: S) => Promise<T | null>
): Promise<Answer<T>> {
	const begun = await unitOfWork(SIGNING_IN, async (tx) => {
		const counted = await countTry(tx, who);
		if (counted.waitSeconds > 0) return { seconds: counted.waitSeconds };
		return { counted, spent: await spend(tx) };
	});
	if (!begun.counted) return { kind: 'wait', seconds: begun.seconds };
	const { counted, spent } = begun;
	return unitOfWork(SIGNING_IN, async (tx): Promise<Answer<T>> => {
		const value = await work(tx, spent);
		if (value === null) return { kind: 'refused' };
		await forgiveTry(tx, counted);
		return { kind: 'accepted', value };
	});
}
