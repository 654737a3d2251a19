import { readSimulation } from '$lib/domain/ceilings/read-simulation.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { ceilingTablesOf } from '$lib/server/ceilings/queries.ts';
import { today } from '$lib/server/clock.ts';
import { show } from '$lib/server/http.ts';
import type { PageServerLoad } from './$types';
import { ceilingsScreen } from './ceilings-screen.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { year } = today();
	const tables = await show(locals, (tx) => ceilingTablesOf(tx, year));
	return ceilingsScreen(readSimulation(url.searchParams), tables, year, getLocale());
};
