import type { Actor } from '../../domain/accounts/actor.ts';
import { WHOLE } from '../../domain/figures/lines.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { applicationById, housingOf } from '../applications/queries.ts';
import { publicFigures } from './queries.ts';

/**
 * The figures of the communes and types a person asks for, and of the other communes for the same types
 * (CCH L441-2-6: the requested territory and any other suitable one). Nothing that the public may not see.
 *
 * @returns `wanted` in the person's own order; a pair that has no line in the release is left out of it
 * @throws NotFound for a stranger's request
 */
export async function myFigures(tx: Tx, actor: Actor, applicationId: string) {
	const [, { types, communes }, figures] = await Promise.all([
		applicationById(tx, actor, applicationId),
		housingOf(tx, applicationId),
		publicFigures(tx)
	]);
	const wantedTypes = new Set<string>(types.map(({ type }) => type));
	const wantedPlaces = new Set(communes.map(({ insee }) => insee));
	const lines = figures?.lines.filter(({ type }) => wantedTypes.has(type)) ?? [];
	return {
		figures,
		types: types.map(({ type }) => type),
		communes: communes.map(({ insee, name }) => ({ insee, name })),
		wanted: communes.flatMap(({ insee }) => lines.filter(({ place }) => place === insee)),
		elsewhere: lines.filter(({ place }) => !wantedPlaces.has(place) && place !== WHOLE)
	};
}

export type MyFigures = Awaited<ReturnType<typeof myFigures>>;
