import { dayInWords, shortDayInWords } from '$lib/domain/words.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { agendaOfWeek } from '$lib/server/appointments/agenda-of-week.ts';
import { now, today } from '$lib/server/clock.ts';
import { chooseMyCounter } from '$lib/server/counters/my-counters.ts';
import { show } from '$lib/server/http.ts';
import { dayAsked, isBadDay } from '../asked.ts';
import { appointmentLine } from '../day-screen.ts';

export const load = ({ locals, url }) =>
	show(locals, async (tx) => {
		const locale = getLocale();
		const { counters, counter } = await chooseMyCounter(
			tx,
			locals.actor,
			url.searchParams.get('guichet')
		);
		const day = dayAsked(url) ?? today();
		const week = counter ? await agendaOfWeek(tx, locals.actor, counter.id, day) : [];
		const monday = day.subtract({ days: day.dayOfWeek - 1 });
		const moment = now();
		return {
			counters: counters.map(({ slug, name }) => ({ slug, name })),
			counter: counter && { slug: counter.slug, name: counter.name },
			day: day.toString(),
			badDay: isBadDay(url),
			from: shortDayInWords(monday, locale),
			until: dayInWords(monday.add({ days: 6 }), locale),
			previous: monday.subtract({ days: 7 }).toString(),
			next: monday.add({ days: 7 }).toString(),
			/** More than a sheet holds in one column. */
			isBusy: week.reduce((sum, { appointments }) => sum + appointments.length, 0) > 35,
			isThisWeek: today().since(monday).days >= 0 && today().since(monday).days < 7,
			days: week.map(({ day: date, appointments }) => ({
				day: date.toString(),
				words: shortDayInWords(date, locale),
				isToday: date.equals(today()),
				lines: appointments.map((row) => appointmentLine(row, moment, locale))
			}))
		};
	});
