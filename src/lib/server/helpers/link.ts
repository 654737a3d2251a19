import { hash, randomBytes } from 'node:crypto';

/** The secret of an invitation: 192 random bits, in the message and nowhere else. */
export function newLinkSecret(): string {
	return randomBytes(24).toString('base64url');
}

/** What the database keeps of it: enough to recognise it, not enough to make it. */
export function linkHashOf(secret: string): string {
	return hash('sha256', secret);
}
