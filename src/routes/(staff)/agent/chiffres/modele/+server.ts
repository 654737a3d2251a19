import { listCommunes } from '$lib/server/counters/queries.ts';
import { csvResponse } from '$lib/server/figures/csv-response.ts';
import { figuresTemplate } from '$lib/server/figures/figures-file.ts';
import { act } from '$lib/server/http.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals }) => {
	const communes = await act(locals, (tx) => listCommunes(tx));
	const names = new Map(communes.map(({ insee, name }) => [insee, name]));
	return csvResponse(figuresTemplate(names), 'chiffres-modele.csv');
};
