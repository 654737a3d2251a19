import { fail, redirect } from '@sveltejs/kit';
import { readWeek, typedDay } from '$lib/domain/counters/read-hours.ts';
import { weekdayInWords } from '$lib/domain/words.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { counterToEdit } from '$lib/server/counters/counter-agenda.ts';
import { publicWeeks } from '$lib/server/counters/public-week.ts';
import { setPublicWeek } from '$lib/server/counters/set-public-week.ts';
import { act, show } from '$lib/server/http.ts';
import { asking } from '../../../asked.ts';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const LONGEST_DAY = 100;

export const load = ({ locals, params, url }) =>
	show(locals, async (tx) => {
		const { counter } = await counterToEdit(tx, locals.actor, params.slug);
		const week = (await publicWeeks(tx, counter.id)).get(counter.id) ?? null;
		return {
			counter: { slug: counter.slug, name: counter.name },
			days: WEEKDAYS.map((weekday) => ({
				name: `jour-${weekday}`,
				label: weekdayInWords(weekday, getLocale()),
				value: week ? typedDay(week.hours, weekday) : ''
			})),
			confirmed: week?.confirmed ?? false,
			saved: url.searchParams.has('enregistre')
		};
	});

export const actions = {
	default: async ({ locals, params, request }) => {
		const form = await request.formData();
		const typed = WEEKDAYS.map((weekday) =>
			String(form.get(`jour-${weekday}`) ?? '').slice(0, LONGEST_DAY)
		);
		const confirmed = form.has('verifie');
		const read = readWeek(typed);
		if ('faults' in read) return fail(422, { faults: read.faults, typed, confirmed });
		const { slug } = params;
		await act(locals, (tx) =>
			setPublicWeek(tx, locals.actor, { slug, hours: read.hours, confirmed })
		);
		redirect(303, asking(localizeHref(`/agent/guichets/${slug}/horaires`), { enregistre: '1' }));
	}
};
