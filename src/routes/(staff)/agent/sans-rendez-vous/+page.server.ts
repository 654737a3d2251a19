import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { RuleBroken } from '$lib/domain/errors.ts';
import { localised } from '$lib/domain/localised.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { getLocale } from '$lib/paraglide/runtime.js';

import { LONGEST_SEARCH } from '$lib/server/applications/kept-search.ts';
import { searchApplications } from '$lib/server/applications/queries.ts';
import { receiveWalkIn, type WalkInInput } from '$lib/server/appointments/walk-in.ts';
import { today } from '$lib/server/clock.ts';
import { chooseMyCounter } from '$lib/server/counters/my-counters.ts';
import { act, show } from '$lib/server/http.ts';
import { motivesForAgents, personAtCounter } from '$lib/server/reception/person-at-counter.ts';
import { duplicatesOf } from '$lib/server/reception/possible-duplicates.ts';
import type { Actions, PageServerLoad } from './$types';
import { asking } from '../asked.ts';
import { typedIn } from '../demandes/[id]/rendez-vous/asked.ts';
import { duplicatesScreen } from '../duplicates-screen.ts';
import { Known, Unknown, wrongFields } from './read-walk-in.ts';

export const load: PageServerLoad = ({ locals, url }) =>
	show(locals, async (tx) => {
		const locale = getLocale();
		const { searchParams } = url;
		const { counters, counter } = await chooseMyCounter(
			tx,
			locals.actor,
			searchParams.get('guichet')
		);
		const motives = await motivesForAgents(tx);
		const motive = motives.find(({ code }) => code === searchParams.get('motif')) ?? motives[0];
		const demande = searchParams.get('demande');
		const person = demande ? await personAtCounter(tx, locals.actor, demande) : null;
		return {
			counters: counters.map(({ slug, name }) => ({ slug, name })),
			counter: counter && { slug: counter.slug, name: counter.name },
			motives: motives.map(({ code, label }) => ({ code, label: localised(label, locale) })),
			motif: motive?.code ?? null,
			person: person && demande ? { id: demande, ...nameAndNumber(person) } : null
		};
	});

type Named = { lastName: string | null; firstName: string | null; uniqueNumber: string };

const nameAndNumber = ({ lastName, firstName, uniqueNumber }: Named) => ({
	name: [lastName?.toLocaleUpperCase('fr'), firstName].filter(Boolean).join(' '),
	uniqueNumber
});

const none = { found: null, errors: {}, duplicates: [], rule: null, appointmentId: null };

export const actions: Actions = {
	/** Names and numbers stay out of the address: the answer to this very request shows who was found. */
	chercher: async ({ locals, request }) => {
		const values = await typedIn(request);
		const text = (values['q'] ?? '')
			.replace(/\p{Cc}/gu, ' ')
			.trim()
			.slice(0, LONGEST_SEARCH);
		const { applications } = text
			? await act(locals, (tx) => searchApplications(tx, locals.actor, text, 0, 10))
			: { applications: [] };
		const found = applications.map((row) => ({ id: row.id, ...nameAndNumber(row) }));
		return { ...none, found, values };
	},
	recevoir: async (event) => {
		const values = await typedIn(event.request);
		const read = v.safeParse(Known, values);
		if (!read.success) {
			return fail(400, { ...none, rule: 'invalid', values });
		}
		const { guichet, motif, demande, raison } = read.output;
		const who = { applicationId: demande };
		const input = { motive: motif, counter: guichet, who, overbookingReason: raison };
		return receive(event, input, values);
	},
	inscrire: async (event) => {
		const values = await typedIn(event.request);
		const read = v.safeParse(Unknown, values);
		const errors = read.success ? futureBirth(read.output) : wrongFields(read.issues);
		if (!read.success || errors.length > 0) {
			const wrong = Object.fromEntries(errors.map((field) => [field, 'invalid']));
			return fail(400, { ...none, errors: wrong, rule: errors.length ? null : 'invalid', values });
		}
		const { guichet, motif, raison, autre } = read.output;
		const visitor = visitorOf(read.output);
		if (!autre) {
			const known = await act(event.locals, (tx) => duplicatesOf(tx, event.locals.actor, visitor));
			const duplicates = duplicatesScreen(known, getLocale());
			if (duplicates.length > 0) return fail(409, { ...none, duplicates, values });
		}
		const input = { motive: motif, counter: guichet, who: { visitor }, overbookingReason: raison };
		return receive(event, input, values);
	}
};

const futureBirth = ({ naissance }: { naissance: Temporal.PlainDate }) =>
	Temporal.PlainDate.compare(naissance, today()) > 0 || naissance.year < 1900
		? (['naissance'] as const)
		: [];

function visitorOf(read: v.InferOutput<typeof Unknown>) {
	return {
		lastName: read.nom,
		firstName: read.prenom,
		birthDate: read.naissance,
		phone: read.telephone,
		email: read.courriel,
		locale: getLocale()
	};
}

/** Writes the arrival down, then shows the day at that line; a refusal keeps what was typed. */
async function receive(
	{ locals }: Pick<RequestEvent, 'locals'>,
	input: WalkInInput,
	values: Record<string, string>
) {
	let done;
	try {
		done = await act(locals, (tx) => receiveWalkIn(tx, locals.actor, input));
	} catch (cause) {
		if (!(cause instanceof RuleBroken)) throw cause;
		const appointmentId = String(cause.facts['appointmentId'] ?? '') || null;
		return fail(409, { ...none, rule: cause.rule, appointmentId, values });
	}
	const day = asking(localizeHref('/agent'), { guichet: input.counter });
	redirect(303, `${day}#rdv-${done.appointmentId}`);
}
