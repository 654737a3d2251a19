import { listCommunes } from '$lib/server/counters/queries.ts';
import { csvResponse } from '$lib/server/figures/csv-response.ts';
import { figuresFile } from '$lib/server/figures/figures-file.ts';
import { releaseById } from '$lib/server/figures/queries.ts';
import { act } from '$lib/server/http.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, params }) =>
	act(locals, async (tx) => {
		const { release, lines } = await releaseById(tx, locals.actor, params.id);
		const communes = await listCommunes(tx);
		const names = new Map(communes.map(({ insee, name }) => [insee, name]));
		return csvResponse(figuresFile(lines, names), `chiffres-${release.asOf.toString()}.csv`);
	});
