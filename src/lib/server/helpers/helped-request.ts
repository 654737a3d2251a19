import type { Actor } from '../../domain/accounts/actor.ts';
import { comingSteps } from '../../domain/applications/coming-steps.ts';
import { flagsOf } from '../../domain/applications/flags.ts';
import { mistakes, standingEvents } from '../../domain/applications/standing-events.ts';
import { validityOn } from '../../domain/applications/validity.ts';
import { applicationById, eventsOf } from '../applications/queries.ts';
import { today } from '../clock.ts';
import type { Tx } from '../db/unit-of-work.ts';

/**
 * Where a request stands, as a helper who was allowed "status" sees it: the state, the days, what happened and who
 * said it. Nothing of what an event states (a rank, a rent, a motive): that is the person's to tell.
 * @throws NotFound without a mandate that allows it
 */
export async function helpedRequest(tx: Tx, actor: Actor, applicationId: string) {
	const application = await applicationById(tx, actor, applicationId, 'status');
	const events = await eventsOf(tx, applicationId);
	const standing = standingEvents(events);
	const { state, filedOn, renewedOn, uniqueNumber } = application;
	const wrong = mistakes(events);
	const wasReceived = standing.some(({ kind }) => kind === 'interviewed');
	return {
		state,
		uniqueNumber,
		filedOn,
		validity: validityOn(today(), filedOn, renewedOn ? [renewedOn] : []),
		flags: flagsOf(standing),
		events: events.filter(({ id, kind }) => kind !== 'entered_in_error' && !wrong.has(id)),
		coming: comingSteps(state, wasReceived)
	};
}

export type HelpedRequest = Awaited<ReturnType<typeof helpedRequest>>;
