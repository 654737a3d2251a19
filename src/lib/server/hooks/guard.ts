import { redirect, type Handle } from '@sveltejs/kit';
import { localizeHref } from '../../paraglide/runtime.js';

/** Pages of a private group that are open all the same: the door itself. */
const OPEN = new Set(['/(staff)/agent/connexion']);

/**
 * The guard of the private route groups, on the route's own id, before loads, actions, endpoints and data requests
 * alike: a new page inside a group is guarded without a line of its own. Layout loads are no guard.
 */
export const guard: Handle = ({ event, resolve }) => {
	const { id } = event.route;
	const { actor } = event.locals;
	if (id?.startsWith('/(applicant)/') && actor.kind !== 'applicant') {
		redirect(303, signIn('/connexion', event.url));
	}
	if (id?.startsWith('/(staff)/') && actor.kind !== 'agent' && !OPEN.has(id)) {
		redirect(303, signIn('/agent/connexion', event.url));
	}
	return resolve(event);
};

/** The address comes back as `suite`: path only, so that nothing typed travels in it. */
function signIn(door: string, from: URL): string {
	return `${localizeHref(door)}?suite=${encodeURIComponent(from.pathname)}`;
}
