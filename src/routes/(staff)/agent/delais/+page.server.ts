import { dateInWords, dayInWords, hourInWords, inParis } from '$lib/domain/words.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { delayQueues } from '$lib/server/delays/delay-queues.ts';
import { show } from '$lib/server/http.ts';
import { receptionQueue, type ReceptionRow } from '$lib/server/reception/reception-queue.ts';
import { settingOf } from '$lib/server/settings/queries.ts';
import type { PageServerLoad } from './$types';
import { asking, pageAsked } from '../asked.ts';
import { delayQueueScreen } from './delay-queue-screen.ts';

export const load: PageServerLoad = ({ locals, url }) =>
	show(locals, async (tx) => {
		const page = pageAsked(url);
		const [{ rows, more, months }, { confirmed }, queues] = await Promise.all([
			receptionQueue(tx, locals.actor, page - 1),
			settingOf(tx, 'reception_delay_months'),
			page === 1 ? delayQueues(tx, locals.actor) : []
		]);
		const to = (other: number) => asking(localizeHref('/agent/delais'), { page: other });
		return {
			others: queues.map((queue) => delayQueueScreen(queue, getLocale())),
			rows: rows.map((row) => rowScreen(row, getLocale())),
			months,
			confirmed,
			page,
			previous: page > 1 ? to(page - 1) : null,
			next: more ? to(page + 1) : null
		};
	});

function rowScreen(row: ReceptionRow, locale: string) {
	const next = row.nextAt && inParis(row.nextAt);
	return {
		id: row.applicationId,
		name: [row.lastName?.toLocaleUpperCase('fr'), row.firstName].filter(Boolean).join(' '),
		uniqueNumber: row.uniqueNumber,
		dueOn: dateInWords(row.dueOn, locale),
		daysLeft: row.daysLeft,
		next: next && { day: dayInWords(next.day, locale), hour: hourInWords(next.time, locale) },
		bookedInTime: row.bookedInTime
	};
}
