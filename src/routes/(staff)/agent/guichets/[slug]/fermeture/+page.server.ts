import { show } from '$lib/server/http.ts';
import { confirmChange, showChange } from '../change-actions.ts';
import { editScreen } from '../edit-screen.ts';

export const load = ({ locals, params }) =>
	show(locals, async (tx) => (await editScreen(tx, locals.actor, params.slug)).screen);

export const actions = { apercu: showChange, enregistrer: confirmChange };
