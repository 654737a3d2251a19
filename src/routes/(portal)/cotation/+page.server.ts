import { getLocale } from '$lib/paraglide/runtime.js';
import { today } from '$lib/server/clock.ts';
import { show } from '$lib/server/http.ts';
import { gridOn } from '$lib/server/score/grids.ts';
import { proofLabels } from '$lib/server/score/request-score.ts';
import type { PageServerLoad } from './$types';
import { gridScreen } from './grid-screen.ts';

export const load: PageServerLoad = ({ locals }) =>
	show(locals, async (tx) => {
		const grid = await gridOn(tx, today());
		return { grid: grid && gridScreen(grid, await proofLabels(tx), getLocale()) };
	});
