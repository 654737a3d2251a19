/**
 * What a session is opened on. People share and lend their phones: whoever signs in says which it is. Nothing said is
 * the ordinary one; so is every session of the staff (OWASP: 30 minutes idle, a day's work at the most).
 */
export const DEVICES = ['ordinary', 'shared', 'own'] as const;
export type Device = (typeof DEVICES)[number];

/** As the form of the sign-in says them. */
export const DEVICE_CHOICES = { partage: 'shared', mien: 'own' } as const;

/** How long a session lasts without being used, and at the most, in minutes. */
export const SESSION_MINUTES: Readonly<Record<Device, { idle: number; most: number }>> = {
	ordinary: { idle: 30, most: 8 * 60 },
	shared: { idle: 10, most: 2 * 60 },
	own: { idle: 30 * 24 * 60, most: 30 * 24 * 60 }
};

/** After this long on one's own phone, a sensitive act asks for the password again (ASVS 5.0, 7.5.1). */
const CONFIRMED_MINUTES = 15;
/** A form that was opened in time may still be sent. */
const SENDING_MINUTES = 60;

/** Acts that somebody holding the phone for a moment must not do: what cannot be taken back, and who may act for whom. */
const SENSITIVE = [
	'/(applicant)/espace/offre/reponse',
	'/(applicant)/espace/accompagnants',
	'/(applicant)/espace/demande/changer/[slug]',
	'/(applicant)/espace/renouvellement'
];

/** Whether the password is to be asked for before this page is shown, or this form taken. */
export function asksPassword(
	route: string | null,
	isSending: boolean,
	session: { device: Device; verifiedAt: Temporal.Instant },
	now: Temporal.Instant
): boolean {
	if (session.device !== 'own' || !SENSITIVE.some((one) => isUnder(route, one))) return false;
	const minutes = isSending ? SENDING_MINUTES : CONFIRMED_MINUTES;
	return Temporal.Instant.compare(session.verifiedAt.add({ minutes }), now) < 0;
}

const isUnder = (route: string | null, place: string) =>
	route === place || Boolean(route?.startsWith(`${place}/`));
