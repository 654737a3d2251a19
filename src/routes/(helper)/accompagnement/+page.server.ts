import { error, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { lastDayBefore } from '$lib/domain/helpers/mandate.ts';
import { dayInWords } from '$lib/domain/words.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { peopleHelped } from '$lib/server/helpers/queries.ts';
import { stopMandate } from '$lib/server/helpers/stop-mandate.ts';
import { act, show } from '$lib/server/http.ts';
import type { Actions, PageServerLoad } from './$types';

const Leave = v.strictObject({ accompagnement: v.pipe(v.string(), v.uuid()) });

export const load: PageServerLoad = ({ locals, url }) =>
	show(locals, async (tx) => {
		const people = await peopleHelped(tx, locals.actor);
		return {
			left: url.searchParams.has('arrete'),
			people: people.map(({ id, rights, endsAt, firstName, lastName }) => ({
				id,
				rights,
				name: [firstName, lastName].filter(Boolean).join(' '),
				until: dayInWords(lastDayBefore(endsAt), getLocale())
			}))
		};
	});

export const actions: Actions = {
	arreter: async ({ locals, request }) => {
		const read = v.safeParse(Leave, Object.fromEntries(await request.formData()));
		if (!read.success) error(400);
		await act(locals, (tx) => stopMandate(tx, locals.actor, { id: read.output.accompagnement }));
		redirect(303, `${localizeHref('/accompagnement')}?arrete`);
	}
};
