import { and, eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { mergedIn, seniorityByCommune } from '../../domain/applications/merging.ts';
import { standingEvents } from '../../domain/applications/standing-events.ts';
import { applicationById, eventsOf, housingOf } from '../applications/queries.ts';
import { application as applications } from '../db/schema/applications.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { papersOfRequest } from '../documents/queries.ts';
import { askedToBeReceived } from '../reception/asked-to-be-received.ts';
import { settingsOf } from '../settings/queries.ts';
import { DELAY_SETTINGS, delaysOfRequest } from './delays-of-request.ts';

const SETTINGS = [...DELAY_SETTINGS, 'mediation_address', 'mediation_form'] as const;

/**
 * The delays of a request with their figures, and its seniority by commune when requests were merged into it.
 * @throws NotFound for a stranger's request
 */
export async function myDelays(tx: Tx, actor: Actor, applicationId: string) {
	const [application, events, papers, housing, settings, asked] = await Promise.all([
		applicationById(tx, actor, applicationId),
		eventsOf(tx, applicationId),
		papersOfRequest(tx, actor, applicationId),
		housingOf(tx, applicationId),
		settingsOf(tx, SETTINGS),
		tx.$count(applications, and(eq(applications.id, applicationId), askedToBeReceived))
	]);
	const { state, filedOn } = application;
	const standing = standingEvents(events);
	const merged = standing.filter(({ kind }) => kind === 'merged');
	const own = { filedOn, communes: housing.communes.flatMap(({ name }) => name ?? []) };
	return {
		state,
		filedOn,
		settings,
		delays: delaysOfRequest({
			state,
			filedOn,
			events: standing,
			papers: papers.sent,
			settings,
			asked: asked > 0
		}),
		seniority:
			merged.length === 0
				? []
				: [
						...seniorityByCommune(
							own,
							merged.map(({ detail }) => mergedIn(detail))
						)
					].map(([commune, since]) => ({ commune, since }))
	};
}

export type MyDelays = Awaited<ReturnType<typeof myDelays>>;
