import { pushIdentity } from '$lib/server/notifications/push-identity.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ pushKey: pushIdentity()?.publicKey ?? null });
