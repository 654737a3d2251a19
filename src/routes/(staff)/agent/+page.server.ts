import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { RuleBroken } from '$lib/domain/errors.ts';
import { dayInWords, hourInWords, inParis } from '$lib/domain/words.ts';
import { getLocale, localizeHref } from '$lib/paraglide/runtime.js';
import { countRenewalsDue } from '$lib/server/applications/renewals-due.ts';
import { advanceAppointment } from '$lib/server/appointments/advance-appointment.ts';
import { countersWithoutTime } from '$lib/server/appointments/counters-without-time.ts';
import { agendaOfDay } from '$lib/server/appointments/queries.ts';
import { countOpenProposals } from '$lib/server/changes/queries.ts';
import { now, today } from '$lib/server/clock.ts';
import { chooseMyCounter } from '$lib/server/counters/my-counters.ts';
import { countPapersToCheck } from '$lib/server/documents/queries.ts';
import { unreadMessages } from '$lib/server/conversations/unread-messages.ts';
import { act } from '$lib/server/http.ts';
import { countAnsweredOffers } from '$lib/server/offers/offers-to-follow.ts';
import { countReceptionsDue } from '$lib/server/reception/reception-queue.ts';
import { countConfirmations } from '$lib/server/renewals/queries.ts';
import { countTimeRequests } from '$lib/server/waiting/queries.ts';
import { countWaiting } from '$lib/server/waiting/waiting-list.ts';
import { VISIT_ACTIONS } from './appointment-look.ts';
import { asking, dayAsked, isBadDay } from './asked.ts';
import { appointmentLine } from './day-screen.ts';

export const load = ({ locals, url }) =>
	act(locals, async (tx) => {
		const { actor } = locals;
		const locale = getLocale();
		const { counters, counter } = await chooseMyCounter(tx, actor, url.searchParams.get('guichet'));
		const day = dayAsked(url) ?? today();
		const moment = now();
		const rows = counter ? await agendaOfDay(tx, actor, counter.id, day) : [];
		return {
			counters: counters.map(({ slug, name }) => ({ slug, name })),
			counter: counter && { slug: counter.slug, name: counter.name },
			day: day.toString(),
			dayInWords: dayInWords(day, locale),
			isToday: day.equals(today()),
			badDay: isBadDay(url),
			previous: day.subtract({ days: 1 }).toString(),
			next: day.add({ days: 1 }).toString(),
			now: hourInWords(inParis(moment).time, locale),
			lines: rows.map((row) => appointmentLine(row, moment, locale)),
			queues: {
				messages: await unreadMessages(tx, actor),
				papers: await countPapersToCheck(tx, actor),
				renewals: await countRenewalsDue(tx, actor),
				receptions: await countReceptionsDue(tx, actor),
				wishes: await countTimeRequests(tx, actor),
				waiting: await countWaiting(tx, actor),
				proposals: await countOpenProposals(tx, actor),
				confirmations: await countConfirmations(tx, actor),
				offers: await countAnsweredOffers(tx, actor),
				without: await countersWithoutTime(tx, actor)
			}
		};
	});

const Visit = v.strictObject({
	id: v.pipe(v.string(), v.maxLength(40)),
	action: v.picklist(VISIT_ACTIONS)
});

export const actions = {
	/** One button of one line; then back to that line, so that reloading repeats nothing. */
	avancer: async ({ locals, request, url }) => {
		const visit = v.safeParse(Visit, Object.fromEntries(await request.formData()));
		if (!visit.success) return fail(400, refused('unknown-action'));
		try {
			await act(locals, (tx) => advanceAppointment(tx, locals.actor, visit.output));
		} catch (cause) {
			if (cause instanceof RuleBroken) return fail(422, refused(cause.rule));
			throw cause;
		}
		const query = { guichet: url.searchParams.get('guichet'), jour: dayAsked(url)?.toString() };
		redirect(303, `${asking(localizeHref('/agent'), query)}#rdv-${visit.output.id}`);
	}
};

const refused = (rule: string) => ({ outcome: 'rule' as const, rule, facts: {}, values: {} });
