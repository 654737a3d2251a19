import { fail, redirect } from '@sveltejs/kit';
import type { Typed } from '$lib/domain/counters/read-change.ts';
import { readForm, REMINDER_CHOICES, settingsForm } from '$lib/domain/counters/settings.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { settingsOf } from '$lib/server/counters/counter-settings.ts';
import { renewFeed } from '$lib/server/counters/renew-feed.ts';
import { setCounterSettings } from '$lib/server/counters/set-counter-settings.ts';
import { stopFeed } from '$lib/server/counters/stop-feed.ts';
import { act, show } from '$lib/server/http.ts';
import { asking } from '../../../asked.ts';
import { editScreen } from '../edit-screen.ts';

type Answer = { values?: Typed; errors?: Record<string, string>; address?: string };

export const load = ({ locals, params, url }) =>
	show(locals, async (tx) => {
		const { edited, screen } = await editScreen(tx, locals.actor, params.slug);
		const settings = await settingsOf(tx, edited.counter.id);
		const values: Typed = {
			reminderMinutes: settings.reminderMinutes.map(String),
			cancelUntilMinutes: String(settings.cancelUntilMinutes),
			alertWithinDays: String(settings.alertWithinDays)
		};
		return {
			counter: screen.counter,
			values,
			reminders: REMINDER_CHOICES.map(String),
			hasFeed: settings.hasFeed,
			saved: url.searchParams.get('enregistre')
		};
	});

const saved = (slug: string, what: string) =>
	asking(localizeHref(`/agent/guichets/${slug}/reglages`), { enregistre: what });

export const actions = {
	regler: async ({ locals, params, request }) => {
		const form = await request.formData();
		const values = {
			...Object.fromEntries(form),
			reminderMinutes: form.getAll('reminderMinutes')
		} as Record<string, string | string[]>;
		const read = readForm(settingsForm, values);
		if ('errors' in read) return fail(422, { values, errors: read.errors } as Answer);
		const settings = read.value;
		await act(locals, (tx) =>
			setCounterSettings(tx, locals.actor, { slug: params.slug, settings })
		);
		redirect(303, saved(params.slug, 'reglages'));
	},
	/** Answered at once, without another address: the secret is shown here and can be found nowhere else. */
	agenda: async ({ locals, params, url }) => {
		const token = await act(locals, (tx) => renewFeed(tx, locals.actor, { slug: params.slug }));
		const answer: Answer = { address: `${url.origin}/calendrier/${token}` };
		return answer;
	},
	arreter: async ({ locals, params }) => {
		await act(locals, (tx) => stopFeed(tx, locals.actor, { slug: params.slug }));
		redirect(303, saved(params.slug, 'agenda'));
	}
};
