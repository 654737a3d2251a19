import webpush from 'web-push';

/** What a phone gave us to reach it by (RFC 8030, RFC 8291). */
export type PushTarget = { endpoint: string; p256dh: string; auth: string };

/** Who we are to push services (RFC 8292). */
export type PushIdentity = { publicKey: string; privateKey: string; subject: string };

const DAY_SECONDS = 24 * 60 * 60;
const PATIENCE_MS = 10_000;

/**
 * Sends one encrypted message to a phone through the push service of its browser. A second one that finds the first
 * still waiting takes its place.
 * @returns 'gone' when the phone no longer wants any
 */
export async function sendPush(
	identity: PushIdentity,
	target: PushTarget,
	payload: unknown
): Promise<'sent' | 'gone' | 'failed'> {
	const { endpoint, p256dh, auth } = target;
	const { headers, body } = webpush.generateRequestDetails(
		{ endpoint, keys: { p256dh, auth } },
		JSON.stringify(payload),
		{ vapidDetails: identity, TTL: DAY_SECONDS, topic: 'demande', urgency: 'normal' }
	);
	const answer = await fetch(endpoint, {
		method: 'POST',
		headers: headers as Record<string, string>,
		body: body && new Uint8Array(body),
		redirect: 'error',
		signal: AbortSignal.timeout(PATIENCE_MS)
	}).catch(() => null);
	if (answer?.status === 404 || answer?.status === 410) return 'gone';
	return answer?.ok ? 'sent' : 'failed';
}
