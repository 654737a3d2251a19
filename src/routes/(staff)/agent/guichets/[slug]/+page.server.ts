import { redirect } from '@sveltejs/kit';
import { localised } from '$lib/domain/localised.ts';
import { dayInWords, hourInWords, inParis } from '$lib/domain/words.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { instantFrom, isoInParis } from '$lib/server/appointments/iso-time.ts';
import { counterSheet } from '$lib/server/counters/counter-sheet.ts';
import { moveDisplaced } from '$lib/server/counters/move-displaced.ts';
import { standingNotices } from '$lib/server/counters/notices.ts';
import { publicWeeks } from '$lib/server/counters/public-week.ts';
import { tellPeople } from '$lib/server/counters/tell-people.ts';
import { act, show } from '$lib/server/http.ts';
import { broken } from '../../../../(portal)/rendez-vous/broken.ts';
import { asking } from '../../asked.ts';
import { confirmChange, showChange } from './change-actions.ts';
import { sheetScreen } from './sheet-screen.ts';

const figure = (url: URL, name: string) => {
	const text = url.searchParams.get(name) ?? '';
	return /^\d{1,4}$/.test(text) ? Number(text) : 0;
};

export const load = ({ locals, params, url }) =>
	show(locals, async (tx) => {
		const sheet = await counterSheet(tx, locals.actor, params.slug);
		const locale = getLocale();
		const { id } = sheet.counter;
		const [weeks, notices] = await Promise.all([publicWeeks(tx, id), standingNotices(tx, id)]);
		return {
			...sheetScreen(sheet, locale),
			hasHours: weeks.has(id),
			notices: notices.length,
			motives: sheet.motives.map(({ code, label, durationMinutes, confirmed }) => ({
				...{ code, durationMinutes, confirmed },
				label: localised(label, locale)
			})),
			isHead: locals.actor.kind === 'agent' && locals.actor.role === 'head',
			saved: url.searchParams.has('enregistre'),
			movedTo: movedTo(url, locale),
			marked: figure(url, 'deplaces'),
			unreachable: figure(url, 'appeler')
		};
	});

/** Where an appointment was just moved: in words, or that the counter had no time. */
function movedTo(url: URL, locale: string) {
	const moved = url.searchParams.get('deplace');
	if (moved === null) return null;
	const startsAt = instantFrom(moved);
	if (!startsAt) return { none: true as const };
	const { day, time } = inParis(startsAt);
	return { none: false as const, day: dayInWords(day, locale), hour: hourInWords(time, locale) };
}

export const actions = {
	deplacer: async ({ locals, params, request }) => {
		const id = String((await request.formData()).get('id') ?? '');
		const moved = await broken(
			act(locals, (tx) => moveDisplaced(tx, locals.actor, { slug: params.slug, id }))
		);
		const deplace = moved instanceof Temporal.Instant ? isoInParis(moved) : 'aucune';
		redirect(303, asking(localizeHref(`/agent/guichets/${params.slug}`), { deplace }));
	},
	apercu: showChange,
	enregistrer: confirmChange,
	prevenir: async ({ locals, params }) => {
		const { marked, unreachable } = await act(locals, (tx) =>
			tellPeople(tx, locals.actor, { slug: params.slug })
		);
		const query = { enregistre: '1', deplaces: marked || null, appeler: unreachable || null };
		redirect(303, asking(localizeHref(`/agent/guichets/${params.slug}`), query));
	}
};
