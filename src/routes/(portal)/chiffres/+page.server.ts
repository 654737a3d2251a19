import { getLocale } from '$lib/paraglide/runtime.js';
import { listCommunes } from '$lib/server/counters/queries.ts';
import { publicFigures } from '$lib/server/figures/queries.ts';
import { show } from '$lib/server/http.ts';
import type { PageServerLoad } from './$types';
import { figuresScreen } from './figures-screen.ts';

export const load: PageServerLoad = ({ locals, url }) =>
	show(locals, async (tx) => {
		const figures = await publicFigures(tx);
		const communes = await listCommunes(tx);
		return figuresScreen(figures, communes, url.searchParams.get('commune'), getLocale());
	});
