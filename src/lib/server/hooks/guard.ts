import { error, redirect, type Handle, type RequestEvent } from '@sveltejs/kit';
import { asksPassword } from '../../domain/accounts/devices.ts';
import { now } from '../clock.ts';
import { localizeHref } from '../../localize-href.ts';

type Resolve = Parameters<Handle>[0]['resolve'];

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
		return leadTo('/connexion', event);
	}
	const phone = event.locals.session?.phone;
	const isSending = event.request.method !== 'GET';
	if (phone && asksPassword(id, isSending, phone, now())) return leadTo('/espace/confirmer', event);
	// Held on a phone until the network came back: it is sent under the person who wrote it, or not at all.
	// Read by the script that sends it, which looks at the status alone.
	const writtenBy = event.request.headers.get('x-personne');
	if (writtenBy !== null && actor.kind === 'applicant' && phone?.person !== writtenBy) error(409);
	if (id?.startsWith('/(staff)/') && actor.kind !== 'agent' && !OPEN.has(id)) {
		return leadTo('/agent/connexion', event);
	}
	if (id?.startsWith('/(helper)/') && actor.kind !== 'helper') {
		return leadTo('/accompagnement/connexion', event);
	}
	// A stranger's mandate, one that is over and one that never was are the same: nothing.
	if (event.params['mandat'] !== undefined && actor.kind === 'helper' && !actor.mandate) {
		return nothingThere(event, resolve);
	}
	return resolve(event);
};

/**
 * What does not exist, in the application's own words: SvelteKit answers what a hook throws with the page of last resort,
 * which says that we have a fault. Asked for as if only to be read, so that no action runs; the layout of the helpers'
 * pages says 404, and an answer that says anything else does not leave.
 */
async function nothingThere(event: RequestEvent, resolve: Resolve): Promise<Response> {
	event.request = new Request(event.request.url, { headers: event.request.headers });
	const answer = await resolve(event);
	return answer.status === 404 ? answer : new Response(null, { status: 404 });
}

/** The address comes back as `suite`: path only, so that nothing typed travels in it. */
function leadTo(door: string, event: RequestEvent): Response {
	const location = `${localizeHref(door)}?suite=${encodeURIComponent(event.url.pathname)}`;
	// SvelteKit words a redirect for its own data requests; elsewhere we answer it, so that the hooks around see it.
	if (event.isDataRequest) redirect(303, location);
	return new Response(null, { status: 303, headers: { location } });
}
