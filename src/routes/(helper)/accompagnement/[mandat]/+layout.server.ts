import { error } from '@sveltejs/kit';
import type { LayoutServerLoad } from './$types';

/** Words for what the guard has refused already (hooks/guard.ts): the ordinary page of what does not exist. */
export const load: LayoutServerLoad = ({ locals }) => {
	if (locals.actor.kind !== 'helper' || !locals.actor.mandate) error(404);
};
