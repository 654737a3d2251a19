/**
 * How failed sign-ins slow down the next ones (CNIL recommendation 2022-100, case 2: access to the account is limited
 * after failures): the first are free, then the wait doubles, and a day's failures have a ceiling.
 */
export type Limits = {
	/** Failures within a quarter of an hour after which one has to wait. */
	free: number;
	/** Failures within 24 hours after which nothing is tried any more until the oldest is a day old. */
	perDay: number;
};

export const ACCOUNT_LIMITS: Limits = { free: 5, perDay: 10 };
/** A whole counter or a telephone network may share one address, so a source may fail more often than a person. */
export const SOURCE_LIMITS: Limits = { free: 20, perDay: 100 };

const FIRST_WAIT_SECONDS = 30;
const WINDOW = Temporal.Duration.from({ minutes: 15 });
/** Failures older than this count no more, and are deleted. */
export const DAY = Temporal.Duration.from({ hours: 24 });

/**
 * The wait that earlier failures impose.
 * @param failures moments of failure, newest first, of the last 24 hours
 * @param at the present moment
 * @returns whole seconds to wait from `at`; 0 when a try is allowed
 */
export function waitSeconds(
	failures: readonly Temporal.Instant[],
	at: Temporal.Instant,
	limits: Limits
): number {
	const ends = [dayEnds(failures, limits), delayEnds(failures, at, limits)].filter(
		(end) => end !== null
	);
	return Math.max(0, ...ends.map((end) => Math.ceil(end.since(at).total('seconds'))));
}

function dayEnds(
	failures: readonly Temporal.Instant[],
	{ perDay }: Limits
): Temporal.Instant | null {
	const oldestThatCounts = failures[perDay - 1];
	return oldestThatCounts ? oldestThatCounts.add(DAY) : null;
}

function delayEnds(
	failures: readonly Temporal.Instant[],
	at: Temporal.Instant,
	{ free }: Limits
): Temporal.Instant | null {
	const since = at.subtract(WINDOW);
	const recent = failures.filter((failure) => Temporal.Instant.compare(failure, since) > 0).length;
	const last = failures[0];
	if (recent < free || !last) return null;
	const seconds = FIRST_WAIT_SECONDS * 2 ** Math.min(recent - free, 5);
	return last.add({ seconds: Math.min(seconds, WINDOW.total('seconds')) });
}
