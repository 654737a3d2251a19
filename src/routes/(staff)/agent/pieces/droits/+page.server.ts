import { error, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { localizeHref } from '$lib/localize-href.ts';
import { setSensitiveRight } from '$lib/server/accounts/set-sensitive-right.ts';
import { staffRights } from '$lib/server/accounts/staff-rights.ts';
import { act, show } from '$lib/server/http.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
	staff: await show(locals, (tx) => staffRights(tx, locals.actor)),
	done: url.searchParams.get('fait')
});

const Right = v.strictObject({ agent: v.pipe(v.string(), v.uuid()) });

const set =
	(given: boolean) =>
	async ({ locals, request }: { locals: App.Locals; request: Request }) => {
		const read = v.safeParse(Right, Object.fromEntries(await request.formData()));
		if (!read.success) error(400);
		const staffId = read.output.agent;
		await act(locals, (tx) => setSensitiveRight(tx, locals.actor, { staffId, given }));
		redirect(303, `${localizeHref('/agent/pieces/droits')}?fait=${given ? 'donne' : 'retire'}`);
	};

export const actions: Actions = { donner: set(true), retirer: set(false) };
