import type { Actor } from '../../domain/accounts/actor.ts';
import { isDecision } from '../../domain/applications/decisions.ts';
import { standingEvents } from '../../domain/applications/standing-events.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { applicationById, eventsOf } from './queries.ts';

/**
 * What commissions decided of a request (R441-2-17 5°), newest first, each with what it states; a decision still holds
 * while the request is in the state that it led to.
 * @throws NotFound for a stranger's request
 */
export async function findDecisions(tx: Tx, actor: Actor, applicationId: string) {
	const { state } = await applicationById(tx, actor, applicationId);
	const standing = standingEvents(await eventsOf(tx, applicationId));
	const found = standing.flatMap((event) =>
		isDecision(event.kind) ? [{ ...event, kind: event.kind }] : []
	);
	return { state, decisions: found };
}

export type FoundDecision = Awaited<ReturnType<typeof findDecisions>>['decisions'][number];
