import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import type { Actor } from '$lib/domain/accounts/actor.ts';
import { RuleBroken } from '$lib/domain/errors.ts';
import { dayInWords, hourInWords, inParis } from '$lib/domain/words.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { countRenewalsDue } from '$lib/server/applications/renewals-due.ts';
import { advanceAppointment } from '$lib/server/appointments/advance-appointment.ts';
import { countersWithoutTime } from '$lib/server/appointments/counters-without-time.ts';
import { agendaOfDay } from '$lib/server/appointments/queries.ts';
import { countOpenProposals } from '$lib/server/changes/queries.ts';
import { now, today } from '$lib/server/clock.ts';
import { chooseMyCounter } from '$lib/server/counters/my-counters.ts';
import { countPapersToCheck } from '$lib/server/documents/queries.ts';
import { unreadMessages } from '$lib/server/conversations/unread-messages.ts';
import type { Tx } from '$lib/server/db/unit-of-work.ts';
import { act, show } from '$lib/server/http.ts';
import { countAnsweredOffers } from '$lib/server/offers/offers-to-follow.ts';
import { countReceptionsDue } from '$lib/server/reception/reception-queue.ts';
import { countConfirmations } from '$lib/server/renewals/queries.ts';
import { countTimeRequests } from '$lib/server/waiting/queries.ts';
import { countWaiting } from '$lib/server/waiting/waiting-list.ts';
import { VISIT_ACTIONS } from './appointment-look.ts';
import { asking, dayAsked, isBadDay } from './asked.ts';
import { appointmentLine } from './day-screen.ts';

export const load = ({ locals, url }) =>
	show(locals, async (tx) => {
		const { actor } = locals;
		const locale = getLocale();
		const day = dayAsked(url) ?? today();
		const moment = now();
		const [{ counters, counter, rows }, queues] = await Promise.all([
			dayOf(tx, actor, url.searchParams.get('guichet'), day),
			queuesOf(tx, actor)
		]);
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
			queues
		};
	});

async function dayOf(tx: Tx, actor: Actor, slug: string | null, day: Temporal.PlainDate) {
	const { counters, counter } = await chooseMyCounter(tx, actor, slug);
	return { counters, counter, rows: counter ? await agendaOfDay(tx, actor, counter.id, day) : [] };
}

/** What waits for this agent, beside the day's visits. */
async function queuesOf(tx: Tx, actor: Actor) {
	const counts = await Promise.all([
		unreadMessages(tx, actor),
		countPapersToCheck(tx, actor),
		countRenewalsDue(tx, actor),
		countReceptionsDue(tx, actor),
		countTimeRequests(tx, actor),
		countWaiting(tx, actor),
		countOpenProposals(tx, actor),
		countConfirmations(tx, actor),
		countAnsweredOffers(tx, actor),
		countersWithoutTime(tx, actor)
	]);
	const [messages, papers, renewals, receptions, wishes, waiting, proposals, ...others] = counts;
	const [confirmations, offers, without] = others;
	return {
		...{ messages, papers, renewals, receptions, wishes },
		...{ waiting, proposals, confirmations, offers, without }
	};
}

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
