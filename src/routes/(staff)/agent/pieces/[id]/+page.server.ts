import { redirect } from '@sveltejs/kit';
import { filterQuery, readFilter } from '$lib/domain/documents/review-queue.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { acceptPaper } from '$lib/server/documents/accept-paper.ts';
import { askAgain } from '$lib/server/documents/ask-again.ts';
import { previewResend } from '$lib/server/documents/preview-resend.ts';
import { reviewPaper } from '$lib/server/documents/review-paper.ts';
import { writePaperNote } from '$lib/server/documents/write-paper-note.ts';
import { act, show } from '$lib/server/http.ts';
import { asking } from '../../asked.ts';
import { arrange } from './arrange.ts';
import { AcceptForm, AgainForm, decide, NoteForm, refused, typed } from './decide.ts';
import { reviewScreen } from './review-screen.ts';
import type { Actions, PageServerLoad } from './$types';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const load: PageServerLoad = ({ locals, params, url }) =>
	show(locals, async (tx) => {
		const filter = readFilter(url.searchParams);
		const review = await reviewPaper(tx, locals.actor, { paperId: params.id, filter });
		const before = url.searchParams.get('de') ?? '';
		return {
			...reviewScreen(review, review.reasons, filter, getLocale()),
			done: url.searchParams.get('fait'),
			before: UUID.test(before) ? localizeHref(`/agent/pieces/${before}`) : null
		};
	});

export const actions: Actions = {
	...arrange,
	accepter: async (event) => {
		const values = await typed(event.request, AcceptForm);
		const { nature, autre, personne, etat: from } = values;
		const real = { category: nature === 'autre' ? autre : nature, personId: personne || null };
		return decide(event, 'accepte', values, (tx) =>
			acceptPaper(tx, event.locals.actor, { paperId: event.params.id, real, from })
		);
	},
	/** First step: the very message, before it goes. Nothing is written. */
	apercu: async ({ locals, params, request }) => {
		const values = await typed(request, AgainForm);
		const { motif: reason, message: note } = values;
		try {
			const preview = await act(locals, (tx) =>
				previewResend(tx, locals.actor, { paperId: params.id, reason, note })
			);
			return { outcome: 'preview' as const, rule: null, facts: {}, values, preview };
		} catch (cause) {
			return refused(cause, values);
		}
	},
	redemander: async (event) => {
		const values = await typed(event.request, AgainForm);
		const { motif: reason, message: note, vu: seen, etat: from } = values;
		return decide(event, 'redemande', values, (tx) =>
			askAgain(tx, event.locals.actor, { paperId: event.params.id, reason, note, seen, from })
		);
	},
	noter: async ({ locals, params, request, url }) => {
		const values = await typed(request, NoteForm);
		try {
			await act(locals, (tx) =>
				writePaperNote(tx, locals.actor, { paperId: params.id, text: values.note })
			);
		} catch (cause) {
			return refused(cause, values);
		}
		const here = localizeHref(`/agent/pieces/${params.id}`);
		const query = { ...filterQuery(readFilter(url.searchParams)), fait: 'note' };
		redirect(303, `${asking(here, query)}#notes`);
	}
};
