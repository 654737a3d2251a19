import type { Handle, RequestEvent, ResolveOptions } from '@sveltejs/kit';

/**
 * Hooks one around the other, outermost first, as SvelteKit's own `sequence` has them. That one also records each for
 * traces nobody collects, and gathers what each of them says of the page where one does: a fortieth of an answer.
 * @returns one hook; of what they say of the page, the innermost's word counts
 */
export function inTurn(...hooks: readonly Handle[]): Handle {
	return ({ event, resolve }) => {
		const run = (at: number, event: RequestEvent, said?: ResolveOptions): ReturnType<Handle> =>
			at === hooks.length
				? resolve(event, said)
				: hooks[at]!({
						event,
						resolve: (event, options) => run(at + 1, event, options ?? said)
					});
		return run(0, event);
	};
}
