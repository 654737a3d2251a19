import { fail, redirect } from '@sveltejs/kit';
import { localizeHref } from '$lib/localize-href.ts';
import { act, show } from '$lib/server/http.ts';
import { mayChangeSettings } from '$lib/server/settings/access.ts';
import { listSettings } from '$lib/server/settings/queries.ts';
import { setSetting } from '$lib/server/settings/set-setting.ts';
import type { Actions, PageServerLoad } from './$types';
import { asking } from '../asked.ts';
import { changedSettings, readSettings, settingsScreen } from './settings-form.ts';

export const load: PageServerLoad = ({ locals, url }) =>
	show(locals, async (tx) => ({
		groups: settingsScreen(await listSettings(tx)),
		mayChange: mayChangeSettings(locals.actor),
		saved: url.searchParams.has('enregistre')
	}));

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const form = await request.formData();
		const values = Object.fromEntries(
			[...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))
		) as Record<string, string>;
		const { read, errors } = readSettings(values);
		if (Object.keys(errors).length > 0) {
			return fail(422, { outcome: 'invalid' as const, errors, values });
		}
		await act(locals, async (tx) => {
			for (const change of changedSettings(read, await listSettings(tx)))
				await setSetting(tx, locals.actor, change);
		});
		redirect(303, asking(localizeHref('/agent/reglages'), { enregistre: '1' }));
	}
};
