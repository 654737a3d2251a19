import type { PaperTrouble } from './paper-codes.ts';

/** Signatures older than this raise an alarm: the database is published several times a day. */
export const SIGNATURES_HOURS_MAX = 48;

/** Minutes before another try of a paper that could not be scanned or drawn; the last one repeats. */
const RETRY_MINUTES = [1, 2, 5, 10, 15, 30] as const;

/** When to try again after so many tries that gave nothing. @param tries from 1 */
export function nextTry(tries: number, now: Temporal.Instant): Temporal.Instant {
	const minutes = RETRY_MINUTES[Math.min(Math.max(tries, 1), RETRY_MINUTES.length) - 1]!;
	return now.add({ minutes });
}

/** Whether somebody must look at the antivirus. @param signaturesAt null when it does not say */
export function signaturesAreOld(
	signaturesAt: Temporal.Instant | null,
	now: Temporal.Instant
): boolean {
	if (signaturesAt === null) return true;
	return now.since(signaturesAt).total('hours') > SIGNATURES_HOURS_MAX;
}

/**
 * What an antivirus found, said to the person. Its heuristics on broken and locked files are no infection.
 * @param signature the name it gives, such as "Win.Test.EICAR_HDB-1"
 */
export function troubleFound(signature: string): PaperTrouble {
	if (/^Heuristics\.Encrypted\./i.test(signature)) return 'encrypted-pdf';
	if (/^Heuristics\.Broken\./i.test(signature)) return 'damaged';
	return 'infected';
}

/** Whether it only says that a file was too long or too deep for it: no verdict. */
export function isLimitFound(signature: string): boolean {
	return /^Heuristics\.Limits\.Exceeded/i.test(signature);
}
