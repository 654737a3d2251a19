import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { SETTINGS } from '$lib/domain/settings/settings.ts';
import { localizeHref } from '$lib/paraglide/runtime.js';
import { act } from '$lib/server/http.ts';
import { mayChangeSettings } from '$lib/server/settings/access.ts';
import { settingOf } from '$lib/server/settings/queries.ts';
import { setSetting } from '$lib/server/settings/set-setting.ts';
import type { Actions, PageServerLoad } from './$types';
import { asking } from '../asked.ts';

const KEY = 'reception_delay_months';

export const load: PageServerLoad = ({ locals, url }) =>
	act(locals, async (tx) => {
		const { value, source, confirmed } = await settingOf(tx, KEY);
		return {
			delay: { value, source, confirmed, choices: SETTINGS[KEY].choices.map(String) },
			mayChange: mayChangeSettings(locals.actor),
			saved: url.searchParams.has('enregistre')
		};
	});

const Typed = v.strictObject({
	delai: v.picklist(SETTINGS[KEY].choices.map(String)),
	confirme: v.optional(v.literal('oui'))
});

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const read = v.safeParse(Typed, Object.fromEntries(await request.formData()));
		if (!read.success) {
			return fail(400, { outcome: 'invalid' as const, errors: { delai: 'choose' }, values: {} });
		}
		const { delai, confirme } = read.output;
		const input = { key: KEY, value: Number(delai), confirmed: confirme === 'oui' } as const;
		await act(locals, (tx) => setSetting(tx, locals.actor, input));
		redirect(303, asking(localizeHref('/agent/reglages'), { enregistre: '1' }));
	}
};
