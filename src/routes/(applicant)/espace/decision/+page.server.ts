import { getLocale } from '$lib/paraglide/runtime.js';
import { applicationIdOf } from '$lib/server/applications/access.ts';
import { findDecisions } from '$lib/server/applications/find-decisions.ts';
import { today } from '$lib/server/clock.ts';
import { show } from '$lib/server/http.ts';
import { decisionsScreen } from './decisions-screen.ts';

export const load = ({ locals }) =>
	show(locals, async (tx) => {
		const found = await findDecisions(tx, locals.actor, applicationIdOf(locals.actor));
		return decisionsScreen(found, today(), getLocale());
	});
