import * as m from '$lib/paraglide/messages.js';

// The key is only known at run time, so the typed functions are looked up by name.
const words = m as unknown as Readonly<Record<string, (() => string) | undefined>>;

/** What a line of the journal says was done. An action that has no words yet is shown as it was written. */
export function actionWords(action: string): string {
	const key = `agent_done_${action.replaceAll('-', '_')}`;
	return Object.hasOwn(words, key) ? (words[key]?.() ?? action) : action;
}

/** Who did it: the agent's name, else what kind of actor. */
export function actorWords(kind: string, name: string | null): string {
	if (name) return name;
	const key = `agent_actor_${kind}`;
	return Object.hasOwn(words, key) ? (words[key]?.() ?? kind) : kind;
}
