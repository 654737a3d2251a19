import { keyedHash } from './derived-key.ts';

/**
 * A name for an account that says nothing of who it is: what a phone keeps or sends later is marked with it, so that
 * nothing of one person is ever shown or sent under another.
 */
export function personTag(accountId: string): string {
	return keyedHash('phone', accountId).subarray(0, 9).toString('base64url');
}
