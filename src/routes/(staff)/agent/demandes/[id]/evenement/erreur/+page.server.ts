import { error, fail, redirect } from '@sveltejs/kit';
import { isCorrectable, mistakes } from '$lib/domain/applications/standing-events.ts';
import { RuleBroken } from '$lib/domain/errors.ts';
import { dateInWords } from '$lib/domain/words.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { act, show } from '$lib/server/http.ts';
import { correctEvent } from '$lib/server/lifecycle/correct-event.ts';
import { viewLifecycle } from '$lib/server/lifecycle/view-lifecycle.ts';
import type { Actions, PageServerLoad } from './$types';
import { asking } from '../../../../asked.ts';

export const load: PageServerLoad = ({ locals, params, url }) =>
	show(locals, async (tx) => {
		const { events } = await viewLifecycle(tx, locals.actor, params.id);
		const event = events.find(({ id }) => id === url.searchParams.get('evenement'));
		if (!event) error(404);
		return {
			id: params.id,
			eventId: event.id,
			kind: event.kind,
			day: dateInWords(event.occurredOn, getLocale()),
			mayCorrect: isCorrectable(event) && !mistakes(events).has(event.id)
		};
	});

export const actions: Actions = {
	default: async ({ locals, params, request, url }) => {
		const form = await request.formData();
		const motive = String(form.get('motif') ?? '').trim();
		const eventId = url.searchParams.get('evenement') ?? '';
		const applicationId = params.id;
		try {
			await act(locals, (tx) => correctEvent(tx, locals.actor, { applicationId, eventId, motive }));
		} catch (cause) {
			if (!(cause instanceof RuleBroken)) throw cause;
			const rule = cause.rule === 'bad-detail' ? String(cause.facts['rule']) : cause.rule;
			return fail(422, { rule, motif: motive });
		}
		redirect(303, asking(localizeHref(`/agent/demandes/${applicationId}`), { saisi: '1' }));
	}
};
