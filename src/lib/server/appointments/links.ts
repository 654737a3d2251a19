import { createHmac, hash } from 'node:crypto';
import { environment } from '../environment.ts';

/**
 * The secret in the private link of an appointment: 192 bits that only the holder of SECRET_KEY can make from its id,
 * so that the same link can be written again in every message and on a second tap without being kept anywhere.
 */
export function linkToken(appointmentId: string): string {
	return createHmac('sha256', environment().SECRET_KEY)
		.update(`appointment-link:${appointmentId}`)
		.digest()
		.subarray(0, 24)
		.toString('base64url');
}

/** What the database keeps of a link: enough to recognise it, not enough to make it. */
export function linkHash(token: string): string {
	return hash('sha256', token);
}

/** The address of the private page, without language. */
export function linkPath(appointmentId: string): string {
	return `/rendez-vous/${linkToken(appointmentId)}`;
}
