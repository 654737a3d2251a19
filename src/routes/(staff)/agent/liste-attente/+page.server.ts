import { error, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { RuleBroken } from '$lib/domain/errors.ts';
import { localised } from '$lib/domain/localised.ts';
import { dateInWords, dayInWords, hourInWords, inParis } from '$lib/domain/words.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { act, show } from '$lib/server/http.ts';
import { answerForPerson } from '$lib/server/waiting/answer-for-person.ts';
import { joinForPerson } from '$lib/server/waiting/join-for-person.ts';
import { takeOffList } from '$lib/server/waiting/take-off-list.ts';
import { waitingList } from '$lib/server/waiting/waiting-list.ts';
import { halfDaysList } from '../../../(portal)/liste-attente/half-day-words.ts';
import type { Actions, PageServerLoad } from './$types';

type Row = Awaited<ReturnType<typeof waitingList>>[number];

export const load: PageServerLoad = async ({ locals, url }) => {
	const rows = await show(locals, (tx) => waitingList(tx, locals.actor));
	return {
		done: url.searchParams.get('fait'),
		rows: rows.map((row) => rowScreen(row, getLocale()))
	};
};

function rowScreen(row: Row, locale: string) {
	const said = (moment: Temporal.Instant | null) => {
		if (!moment) return null;
		const { day, time } = inParis(moment);
		return { day: dayInWords(day, locale), hour: hourInWords(time, locale) };
	};
	return {
		id: row.id,
		applicationId: row.applicationId,
		appointmentId: row.appointmentId,
		name: [row.lastName?.toLocaleUpperCase('fr'), row.firstName].filter(Boolean).join(' '),
		uniqueNumber: row.uniqueNumber,
		motif: row.motive.code,
		motive: localised(row.motive.label, locale),
		counter: row.counter,
		since: dateInWords(inParis(row.createdAt).day, locale),
		halfDays: halfDaysList(row.halfDays, locale),
		offers: row.offers,
		declined: row.declined,
		offered: row.offeredStart &&
			row.offeredUntil && {
				...said(row.offeredStart)!,
				until: said(row.offeredUntil)!
			},
		due: row.reception && {
			day: dateInWords(row.reception.dueOn, locale),
			daysLeft: row.reception.daysLeft
		},
		current: said(row.currentStart)
	};
}

const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
const Off = v.strictObject({ id: text(40) });
const Answer = v.strictObject({ id: text(40), reponse: v.picklist(['accept', 'decline']) });
const On = v.strictObject({ demande: text(40), motif: text(60), guichet: text(60) });

export const actions: Actions = {
	ajouter: async ({ locals, request }) => {
		const read = v.safeParse(On, Object.fromEntries(await request.formData()));
		if (!read.success) error(400);
		const { demande, motif, guichet } = read.output;
		const wish = { applicationId: demande, motive: motif, counter: guichet, halfDays: [] };
		let done = 'ajout';
		try {
			await act(locals, (tx) => joinForPerson(tx, locals.actor, wish));
		} catch (cause) {
			if (!(cause instanceof RuleBroken)) throw cause;
			done = 'injoignable';
		}
		redirect(303, `${localizeHref('/agent/liste-attente')}?fait=${done}`);
	},
	/** What the person says to the place that is kept for them, on the telephone or at the desk. */
	repondre: async ({ locals, request }) => {
		const read = v.safeParse(Answer, Object.fromEntries(await request.formData()));
		if (!read.success) error(400);
		const { id: entryId, reponse: answer } = read.output;
		let done: string = answer;
		try {
			await act(locals, (tx) => answerForPerson(tx, locals.actor, { entryId, answer }));
		} catch (cause) {
			if (!(cause instanceof RuleBroken)) throw cause;
			done = 'passee';
		}
		redirect(303, `${localizeHref('/agent/liste-attente')}?fait=${done}`);
	},
	retirer: async ({ locals, request }) => {
		const read = v.safeParse(Off, Object.fromEntries(await request.formData()));
		if (!read.success) error(400);
		await act(locals, (tx) => takeOffList(tx, locals.actor, { entryId: read.output.id }));
		redirect(303, `${localizeHref('/agent/liste-attente')}?fait=retrait`);
	}
};
