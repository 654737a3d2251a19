import { getLocale } from '$lib/paraglide/runtime.js';
import { applicationIdOf } from '$lib/server/applications/access.ts';
import { listCommunes } from '$lib/server/counters/queries.ts';
import { myFigures } from '$lib/server/figures/my-figures.ts';
import { show } from '$lib/server/http.ts';
import { myFiguresScreen } from './my-figures-screen.ts';

export const load = ({ locals }) =>
	show(locals, async (tx) => {
		const figures = await myFigures(tx, locals.actor, applicationIdOf(locals.actor));
		return myFiguresScreen(figures, await listCommunes(tx), getLocale());
	});
