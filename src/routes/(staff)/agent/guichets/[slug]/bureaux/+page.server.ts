import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { RuleBroken } from '$lib/domain/errors.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { addDesk } from '$lib/server/counters/add-desk.ts';
import { renameDesk } from '$lib/server/counters/rename-desk.ts';
import { reopenDesk } from '$lib/server/counters/reopen-desk.ts';
import type { Tx } from '$lib/server/db/unit-of-work.ts';
import { act, show } from '$lib/server/http.ts';
import { asking } from '../../../asked.ts';
import { confirmChange, showChange, type ChangeAnswer } from '../change-actions.ts';
import { editScreen } from '../edit-screen.ts';
import { absenceInWords } from '../opening-words.ts';

export const load = ({ locals, params, url }) =>
	show(locals, async (tx) => {
		const { edited, screen } = await editScreen(tx, locals.actor, params.slug);
		const { desks, motives, agenda } = edited;
		const known = { desks, motives, locale: getLocale() };
		return {
			...screen,
			allDesks: desks.map(({ id, name, active }) => ({ id, name, active })),
			absences: agenda.absences.map((absence) => ({
				id: absence.id,
				words: absenceInWords(absence, known)
			})),
			saved: url.searchParams.has('enregistre')
		};
	});

type Event = RequestEvent<{ slug: string }>;
const Desk = v.strictObject({
	deskId: v.optional(v.pipe(v.string(), v.uuid())),
	name: v.optional(v.pipe(v.string(), v.maxLength(200)), '')
});

/** Changes that touch no appointment are saved at once; then the page again, so that reloading repeats nothing. */
async function atOnce(
	event: Event,
	work: (tx: Tx, input: { slug: string; deskId: string; name: string }) => Promise<unknown>
) {
	const { locals, params, request } = event;
	const read = v.safeParse(Desk, Object.fromEntries(await request.formData()));
	if (!read.success) {
		return fail(400, { values: {}, errors: { form: 'unknown' } } as ChangeAnswer);
	}
	const { deskId = '', name } = read.output;
	try {
		await act(locals, (tx) => work(tx, { slug: params.slug, deskId, name }));
	} catch (cause) {
		if (!(cause instanceof RuleBroken)) throw cause;
		const field = deskId ? `name-${deskId}` : 'name';
		const answer: ChangeAnswer = { values: { [field]: name }, errors: { [field]: cause.rule } };
		return fail(422, answer);
	}
	const here = localizeHref(`/agent/guichets/${params.slug}/bureaux`);
	redirect(303, asking(here, { enregistre: '1' }));
}

export const actions = {
	apercu: showChange,
	enregistrer: confirmChange,
	ajouter: (event: Event) => atOnce(event, (tx, input) => addDesk(tx, event.locals.actor, input)),
	renommer: (event: Event) =>
		atOnce(event, (tx, input) => renameDesk(tx, event.locals.actor, input)),
	rouvrir: (event: Event) => atOnce(event, (tx, input) => reopenDesk(tx, event.locals.actor, input))
};
