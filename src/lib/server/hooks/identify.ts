import { building } from '$app/environment';
import type { Handle } from '@sveltejs/kit';
import { VISITOR } from '../../domain/accounts/actor.ts';
import { identify as readSession } from '../accounts/identify.ts';

/** Who is asking. Always set, to a person or to the visitor, before any load or action runs. */
export const identify: Handle = async ({ event, resolve }) => {
	event.locals.actor = VISITOR;
	event.locals.session = null;
	if (!building) {
		const { actor, session } = await readSession(event.cookies);
		event.locals.actor = actor;
		event.locals.session = session;
	}
	return resolve(event);
};
