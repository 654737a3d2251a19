import { getLocale } from '$lib/paraglide/runtime.js';
import { applicationIdOf } from '$lib/server/applications/access.ts';
import { show } from '$lib/server/http.ts';
import { myDelays } from '$lib/server/delays/my-delays.ts';
import { delaysScreen } from './delays-screen.ts';

export const load = ({ locals }) =>
	show(locals, async (tx) => {
		const delays = await myDelays(tx, locals.actor, applicationIdOf(locals.actor));
		return delaysScreen(delays, getLocale());
	});
