import { test } from '@playwright/test';

/**
 * A counter of its own for a test in each project: both run at the same time on one database, and two people who choose
 * the first free time of one counter take it from each other.
 * @param counters slugs that no other test books at: for the project with JavaScript, and for the one without
 */
export function ownCounter([withJavaScript, without]: readonly [string, string]): string {
	return test.info().project.name === 'mobile' ? withJavaScript : without;
}
