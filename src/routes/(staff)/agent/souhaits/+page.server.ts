import { error, fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { RuleBroken } from '$lib/domain/errors.ts';
import { localised } from '$lib/domain/localised.ts';
import { dateInWords, dayInWords, hourInWords, inParis } from '$lib/domain/words.ts';
import { ANSWER_LENGTH } from '$lib/domain/waiting/time-requests.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import type { Tx } from '$lib/server/db/unit-of-work.ts';
import { act, show } from '$lib/server/http.ts';
import { answerTimeRequest } from '$lib/server/waiting/answer-time-request.ts';
import { closeTimeRequest } from '$lib/server/waiting/close-time-request.ts';
import { waitingTimeRequests } from '$lib/server/waiting/queries.ts';
import { halfDaysList } from '../../../(portal)/liste-attente/half-day-words.ts';
import type { Actions, PageServerLoad } from './$types';

type Line = Awaited<ReturnType<typeof waitingTimeRequests>>[number];

export const load: PageServerLoad = async ({ locals, url }) => {
	const lines = await show(locals, (tx) => waitingTimeRequests(tx, locals.actor));
	return {
		done: url.searchParams.get('fait'),
		longest: ANSWER_LENGTH,
		requests: lines.map((line) => lineScreen(line, getLocale()))
	};
};

function lineScreen(line: Line, locale: string) {
	const next = line.nextStart && inParis(line.nextStart);
	const name = line.contact
		? [line.contact.lastName?.toLocaleUpperCase('fr'), line.contact.firstName]
		: [line.lastName?.toLocaleUpperCase('fr'), line.firstName];
	return {
		id: line.id,
		who: name.filter(Boolean).join(' '),
		applicationId: line.applicationId,
		number: line.uniqueNumber,
		bornOn: line.contact?.birthDate
			? dateInWords(Temporal.PlainDate.from(line.contact.birthDate), locale)
			: null,
		motif: line.motive.code,
		motive: localised(line.motive.label, locale),
		counter: line.counter,
		halfDays: halfDaysList(line.halfDays, locale),
		note: line.note,
		locale: line.locale,
		leftOn: dateInWords(inParis(line.createdAt).day, locale),
		due: line.reception && {
			day: dateInWords(line.reception.dueOn, locale),
			daysLeft: line.reception.daysLeft
		},
		next: next && { day: dayInWords(next.day, locale), hour: hourInWords(next.time, locale) }
	};
}

const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
const Answer = v.strictObject({ id: text(40), reponse: v.optional(text(5_000), '') });
const Close = v.strictObject({ id: text(40) });

export const actions: Actions = {
	repondre: async ({ locals, request }) => {
		const read = v.safeParse(Answer, Object.fromEntries(await request.formData()));
		if (!read.success) error(400);
		const { id, reponse } = read.output;
		return decide(locals, 'reponse', { id, reponse }, (tx) =>
			answerTimeRequest(tx, locals.actor, { id, answer: reponse })
		);
	},
	retirer: async ({ locals, request }) => {
		const read = v.safeParse(Close, Object.fromEntries(await request.formData()));
		if (!read.success) error(400);
		const { id } = read.output;
		return decide(locals, 'retrait', { id, reponse: '' }, (tx) =>
			closeTimeRequest(tx, locals.actor, { id })
		);
	}
};

/** Does it and shows the list again; a rule that refuses comes back with what was typed. */
async function decide(
	locals: App.Locals,
	done: string,
	values: { id: string; reponse: string },
	work: (tx: Tx) => Promise<void>
) {
	try {
		await act(locals, work);
	} catch (cause) {
		if (!(cause instanceof RuleBroken)) throw cause;
		return fail(422, { outcome: 'rule' as const, rule: cause.rule, facts: cause.facts, values });
	}
	redirect(303, `${localizeHref('/agent/souhaits')}?fait=${done}`);
}
