import { redirect } from '@sveltejs/kit';
import { localised } from '$lib/domain/localised.ts';
import { getLocale, localizeHref } from '$lib/paraglide/runtime.js';
import { counterSheet } from '$lib/server/counters/counter-sheet.ts';
import { tellPeople } from '$lib/server/counters/tell-people.ts';
import { act } from '$lib/server/http.ts';
import { asking } from '../../asked.ts';
import { confirmChange, showChange } from './change-actions.ts';
import { sheetScreen } from './sheet-screen.ts';

const figure = (url: URL, name: string) => {
	const text = url.searchParams.get(name) ?? '';
	return /^\d{1,4}$/.test(text) ? Number(text) : 0;
};

export const load = ({ locals, params, url }) =>
	act(locals, async (tx) => {
		const sheet = await counterSheet(tx, locals.actor, params.slug);
		const locale = getLocale();
		return {
			...sheetScreen(sheet, locale),
			motives: sheet.motives.map(({ code, label, durationMinutes, confirmed }) => ({
				...{ code, durationMinutes, confirmed },
				label: localised(label, locale)
			})),
			isHead: locals.actor.kind === 'agent' && locals.actor.role === 'head',
			saved: url.searchParams.has('enregistre'),
			marked: figure(url, 'deplaces'),
			unreachable: figure(url, 'appeler')
		};
	});

export const actions = {
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
