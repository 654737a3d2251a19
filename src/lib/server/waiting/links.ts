import { createHmac } from 'node:crypto';
import { environment } from '../environment.ts';

/**
 * The secret in the private link of an offered place: 192 bits that only the holder of SECRET_KEY can make. It is not
 * the link of the appointment: it lets its holder answer the offer, nothing else. Its hash is what is kept.
 */
export function offerToken(heldAppointmentId: string): string {
	return createHmac('sha256', environment().SECRET_KEY)
		.update(`waiting-offer:${heldAppointmentId}`)
		.digest()
		.subarray(0, 24)
		.toString('base64url');
}

/** The address of the private page of an offer, without language. */
export function offerPath(heldAppointmentId: string): string {
	return `/liste-attente/${offerToken(heldAppointmentId)}`;
}
