import { building } from '$app/environment';
import type { Handle, RequestEvent } from '@sveltejs/kit';
import { VISITOR, type Actor } from '../../domain/accounts/actor.ts';
import { identify as readSession, type Identity } from '../accounts/identify.ts';

/** Who is asking. Always set, to a person or to the visitor, before any load or action runs. */
export const identify: Handle = async ({ event, resolve }) => {
	event.locals.actor = VISITOR;
	event.locals.session = null;
	if (!building) {
		const identity = await readSession(event.cookies);
		event.locals.actor = actorHere(identity, event);
		event.locals.session = identity.session;
	}
	return resolve(event);
};

/**
 * A helper acts as one on the helpers' pages alone, for the person whose mandate is in the address: two pages open for
 * two people never act for the wrong one. Everywhere else they are a visitor like any other.
 */
function actorHere({ actor, mandates }: Identity, { route, params }: RequestEvent): Actor {
	if (actor.kind !== 'helper') return actor;
	if (!route.id?.startsWith('/(helper)/')) return VISITOR;
	return { ...actor, mandate: mandates.find(({ id }) => id === params['mandat']) ?? null };
}
