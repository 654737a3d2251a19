import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { eventFacts } from '$lib/components/event-words.ts';
import { entryChoices, isEntered } from '$lib/domain/applications/entered-events.ts';
import { EVENT_RULES, type EventKind } from '$lib/domain/applications/event-kinds.ts';
import { fieldsOf } from '$lib/domain/applications/read-detail.ts';
import { RuleBroken } from '$lib/domain/errors.ts';
import { dateInWords } from '$lib/domain/words.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { today } from '$lib/server/clock.ts';
import { act, show } from '$lib/server/http.ts';
import { enterEvent } from '$lib/server/lifecycle/enter-event.ts';
import { viewLifecycle } from '$lib/server/lifecycle/view-lifecycle.ts';
import type { Actions, PageServerLoad } from './$types';
import { asking } from '../../../asked.ts';
import { readEntry, type Entry } from './read-entry.ts';

/** Without `?type=` the list of what may happen now; with it, the form of that event. */
export const load: PageServerLoad = ({ locals, params, url }) =>
	show(locals, async (tx) => {
		const { application, communes } = await viewLifecycle(tx, locals.actor, params.id);
		const choices = entryChoices(application.state);
		const asked = url.searchParams.get('type');
		const kind = choices.flatMap(({ kinds }) => kinds).find((one) => one === asked) ?? null;
		return {
			id: params.id,
			state: application.state,
			choices,
			kind,
			fields: kind ? fieldsOf(kind) : [],
			authority: kind && EVENT_RULES[kind].authority,
			communes,
			today: today().toString()
		};
	});

async function read({ request, url }: RequestEvent) {
	const form = await request.formData();
	const values = Object.fromEntries(
		[...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))
	) as Record<string, string>;
	const kind = url.searchParams.get('type') ?? '';
	if (!isEntered(kind)) error(404);
	return { kind, values, ...readEntry(kind, values) };
}

/** What the applicant will read. */
function previewOf(kind: EventKind, { occurredOn, detail, toldBy }: Entry) {
	const locale = getLocale();
	return {
		kind,
		day: dateInWords(occurredOn, locale),
		facts: eventFacts(kind, detail, locale),
		toldBy
	};
}

export const actions: Actions = {
	/** First step: what the person will read. Nothing is saved. */
	apercu: async (event) => {
		const { kind, values, ...found } = await read(event);
		if ('errors' in found) return fail(422, { values, errors: found.errors });
		return { values, preview: previewOf(kind, found.entry) };
	},
	/** Second step: the same values, confirmed; then back to the file, so that reloading repeats nothing. */
	saisir: async (event) => {
		const { kind, values, ...found } = await read(event);
		if ('errors' in found) return fail(422, { values, errors: found.errors });
		const { locals, params } = event;
		const applicationId = params['id'] ?? '';
		try {
			await act(locals, (tx) =>
				enterEvent(tx, locals.actor, { applicationId, kind, ...found.entry })
			);
		} catch (cause) {
			if (!(cause instanceof RuleBroken)) throw cause;
			const field =
				cause.rule === 'bad-detail' ? String(cause.facts['field']) : fieldOf(cause.rule);
			const rule = cause.rule === 'bad-detail' ? String(cause.facts['rule']) : cause.rule;
			return fail(409, { values, errors: { [field]: rule } as Record<string, string> });
		}
		redirect(303, asking(localizeHref(`/agent/demandes/${applicationId}`), { saisi: '1' }));
	}
};

const fieldOf = (rule: string) =>
	rule === 'in-the-future' || rule === 'before-filing' ? 'jour' : 'form';
