import { error, fail, redirect } from '@sveltejs/kit';
import { RuleBroken } from '$lib/domain/errors.ts';
import { localised } from '$lib/domain/localised.ts';
import type { Typed } from '$lib/domain/counters/read-change.ts';
import { motiveForm, readForm } from '$lib/domain/counters/settings.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { changeMotive } from '$lib/server/counters/change-motive.ts';
import { counterToEdit } from '$lib/server/counters/counter-agenda.ts';
import { previewMotive } from '$lib/server/counters/preview-motive.ts';
import type { MotiveView } from '$lib/server/counters/queries.ts';
import { act, show } from '$lib/server/http.ts';
import { asking } from '../../../../asked.ts';
import { agentOf } from '../../../../staff.ts';
import { editScreen } from '../../edit-screen.ts';
import { motivePreviewScreen, type PreviewScreen } from '../../preview-screen.ts';

type Answer = { values: Typed; errors?: Record<string, string>; preview?: PreviewScreen };

function typedOf(motive: MotiveView): Typed {
	return {
		durationMinutes: String(motive.durationMinutes),
		stepMinutes: String(motive.stepMinutes),
		bufferBeforeMinutes: String(motive.bufferBeforeMinutes),
		bufferAfterMinutes: String(motive.bufferAfterMinutes),
		minimumNoticeMinutes: String(motive.minimumNoticeMinutes),
		horizonDays: String(motive.horizonDays),
		maxPerDayAndDesk: String(motive.maxPerDayAndDesk ?? ''),
		bookableBy: motive.bookableBy,
		channels: [...(motive.onSite ? ['on_site'] : []), ...(motive.byTelephone ? ['telephone'] : [])],
		bring_fr: motive.bring.fr,
		bring_en: motive.bring.en ?? '',
		bring_ar: motive.bring.ar ?? '',
		confirmed: motive.confirmed ? ['oui'] : []
	};
}

export const load = ({ locals, params, url }) =>
	show(locals, async (tx) => {
		const { edited, screen } = await editScreen(tx, locals.actor, params.slug);
		const motive = edited.motives.find(({ code }) => code === params.code);
		if (!motive) error(404);
		if (agentOf(locals).role !== 'head') error(403);
		return {
			counter: screen.counter,
			label: localised(motive.label, getLocale()),
			values: typedOf(motive),
			saved: url.searchParams.has('enregistre')
		};
	});

async function typedIn(request: Request) {
	const form = await request.formData();
	form.delete('seen');
	const channels = form.getAll('channels');
	const values = { ...Object.fromEntries(form), channels } as Record<string, string | string[]>;
	return { values, read: readForm(motiveForm, values) };
}

export const actions = {
	/** First step: what these lengths would give at this counter. */
	apercu: async ({ locals, params, request }) => {
		const { values, read } = await typedIn(request);
		if ('errors' in read) return fail(422, { values, errors: read.errors } as Answer);
		const { slug, code } = params;
		const preview = await act(locals, async (tx) => {
			const { desks, motives } = await counterToEdit(tx, locals.actor, slug);
			const found = await previewMotive(tx, locals.actor, { slug, code, settings: read.value });
			return motivePreviewScreen(found, { desks, motives, locale: getLocale() });
		});
		const answer: Answer = { values, preview };
		return answer;
	},
	enregistrer: async ({ locals, params, request }) => {
		const { values, read } = await typedIn(request);
		if ('errors' in read) return fail(422, { values, errors: read.errors } as Answer);
		const settings = read.value;
		try {
			await act(locals, (tx) => changeMotive(tx, locals.actor, { code: params.code, settings }));
		} catch (cause) {
			if (!(cause instanceof RuleBroken)) throw cause;
			const errors = { [String(cause.facts['field'])]: cause.rule };
			return fail(422, { values, errors } as Answer);
		}
		const here = localizeHref(`/agent/guichets/${params.slug}/motifs/${params.code}`);
		redirect(303, asking(here, { enregistre: '1' }));
	}
};
