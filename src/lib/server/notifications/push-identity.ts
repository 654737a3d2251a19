import { environment } from '../environment.ts';
import type { PushIdentity } from '../ports/web-push.ts';

/** Who we are to push services; null where no keys were given: nobody is then offered notifications. */
export function pushIdentity(): PushIdentity | null {
	const { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey, ORIGIN } = environment();
	if (!publicKey || !privateKey) return null;
	// A subject is an https address or a mailbox; push services take no other.
	const subject = ORIGIN.startsWith('https:') ? ORIGIN : 'mailto:demo@guichet.test';
	return { publicKey, privateKey, subject };
}
