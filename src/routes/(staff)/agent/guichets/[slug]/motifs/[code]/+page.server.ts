import { error, fail, redirect } from '@sveltejs/kit';
import { RuleBroken } from '$lib/domain/errors.ts';
import { localised } from '$lib/domain/localised.ts';
import type { Typed } from '$lib/domain/counters/read-change.ts';
import { motiveForm, readForm } from '$lib/domain/counters/settings.ts';
import { getLocale, localizeHref } from '$lib/paraglide/runtime.js';
import { changeMotive } from '$lib/server/counters/change-motive.ts';
import type { MotiveView } from '$lib/server/counters/queries.ts';
import { act } from '$lib/server/http.ts';
import { asking } from '../../../../asked.ts';
import { agentOf } from '../../../../staff.ts';
import { editScreen } from '../../edit-screen.ts';

type Answer = { values: Typed; errors: Record<string, string> };

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
	act(locals, async (tx) => {
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

export const actions = {
	default: async ({ locals, params, request }) => {
		const form = await request.formData();
		const values = {
			...Object.fromEntries(form),
			channels: form.getAll('channels')
		} as Record<string, string | string[]>;
		const read = readForm(motiveForm, values);
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
