import { keyedHash } from './derived-key.ts';

/** Asked for at every page of somebody signed in. */
const tags = new Map<string, string>();
const MOST = 10_000;

/**
 * A name for an account that says nothing of who it is: what a phone keeps or sends later is marked with it, so that
 * nothing of one person is ever shown or sent under another.
 */
export function personTag(accountId: string): string {
	const known = tags.get(accountId);
	if (known !== undefined) return known;
	const tag = keyedHash('phone', accountId).subarray(0, 9).toString('base64url');
	if (tags.size >= MOST) tags.clear();
	tags.set(accountId, tag);
	return tag;
}
