import { error, fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { sectionTitle } from '$lib/components/change-words.ts';
import { SECTIONS } from '$lib/domain/changes/kinds.ts';
import { ANSWER_LENGTH } from '$lib/domain/changes/states.ts';
import { RuleBroken } from '$lib/domain/errors.ts';
import { dateInWords, dayInWords, inParis } from '$lib/domain/words.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { today } from '$lib/server/clock.ts';
import type { Tx } from '$lib/server/db/unit-of-work.ts';
import { act, show } from '$lib/server/http.ts';
import { confirmationsToEnter, type ConfirmationToEnter } from '$lib/server/renewals/queries.ts';
import { recordRenewal } from '$lib/server/renewals/record-renewal.ts';
import { refuseRenewal } from '$lib/server/renewals/refuse-renewal.ts';
import { asking, pageAsked } from '../asked.ts';
import { enteredDay } from '../changements/entered-day.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) =>
	show(locals, async (tx) => {
		const page = pageAsked(url);
		const { confirmations, more } = await confirmationsToEnter(tx, locals.actor, page - 1);
		const to = (other: number) => asking(localizeHref('/agent/renouvellements'), { page: other });
		return {
			rows: confirmations.map((row) => rowScreen(row, getLocale())),
			today: today().toString(),
			longest: ANSWER_LENGTH,
			done: url.searchParams.get('fait'),
			page,
			previous: page > 1 ? to(page - 1) : null,
			next: more ? to(page + 1) : null
		};
	});

function rowScreen(row: ConfirmationToEnter, locale: string) {
	const changed = SECTIONS.filter((section) => row.answers[section] === 'changed');
	return {
		id: row.id,
		applicationId: row.applicationId,
		name: [row.lastName?.toLocaleUpperCase('fr'), row.firstName].filter(Boolean).join(' '),
		uniqueNumber: row.uniqueNumber,
		until: dayInWords(row.validUntil, locale),
		daysLeft: today().until(row.validUntil, { largestUnit: 'days' }).days,
		confirmedOn: row.confirmedAt ? dateInWords(inParis(row.confirmedAt).day, locale) : '',
		changed: changed.map(sectionTitle).join(', ')
	};
}

const text = v.optional(v.pipe(v.string(), v.maxLength(5_000)), '');
const id = v.pipe(v.string(), v.maxLength(40));
const Enter = v.strictObject({ id, saisi: text });
const Refuse = v.strictObject({ id, reponse: text });

export const actions: Actions = {
	saisir: async ({ locals, request }) => {
		const read = v.safeParse(Enter, Object.fromEntries(await request.formData()));
		if (!read.success) error(400);
		const { id, saisi } = read.output;
		return decide(locals, 'saisi', { id, saisi, reponse: '' }, (tx) =>
			recordRenewal(tx, locals.actor, { id, enteredOn: enteredDay(saisi) })
		);
	},
	refuser: async ({ locals, request }) => {
		const read = v.safeParse(Refuse, Object.fromEntries(await request.formData()));
		if (!read.success) error(400);
		const { id, reponse } = read.output;
		return decide(locals, 'refuse', { id, saisi: '', reponse }, (tx) =>
			refuseRenewal(tx, locals.actor, { id, answer: reponse })
		);
	}
};

/** Does it and shows the list again; a rule that refuses comes back with what was typed. */
async function decide(
	locals: App.Locals,
	done: string,
	values: { id: string; saisi: string; reponse: string },
	work: (tx: Tx) => Promise<void>
) {
	try {
		await act(locals, work);
	} catch (cause) {
		if (!(cause instanceof RuleBroken)) throw cause;
		return fail(422, { outcome: 'rule' as const, rule: cause.rule, facts: cause.facts, values });
	}
	redirect(303, `${localizeHref('/agent/renouvellements')}?fait=${done}`);
}
