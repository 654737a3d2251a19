import { actorLabel, type Actor } from '../../domain/accounts/actor.ts';
import { keyedHash } from '../accounts/derived-key.ts';

/**
 * Names what somebody is typing to an exchange, for the browser tab that keeps it until it is sent: says nothing of
 * who they are, and is another for the next person at the same screen.
 */
export function draftKey(actor: Actor, applicationId: string): string {
	return keyedHash('draft', `${actorLabel(actor)}:${applicationId}`)
		.subarray(0, 9)
		.toString('base64url');
}
