import { error } from '@sveltejs/kit';
import type { Agent } from '$lib/domain/accounts/actor.ts';

/** The agent who asks. The guard lets nobody else through: this only tells the compiler, and fails closed. */
export function agentOf(locals: App.Locals): Agent {
	if (locals.actor.kind !== 'agent') error(404);
	return locals.actor;
}
