import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { RuleBroken } from '$lib/domain/errors.ts';
import { localised } from '$lib/domain/localised.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { bookForPerson } from '$lib/server/appointments/book-for-person.ts';
import { findTimes } from '$lib/server/appointments/find-times.ts';
import { moveForPerson } from '$lib/server/appointments/move-for-person.ts';
import { overbook } from '$lib/server/appointments/overbook.ts';
import { chooseMyCounter } from '$lib/server/counters/my-counters.ts';
import type { Tx } from '$lib/server/db/unit-of-work.ts';
import { act, show } from '$lib/server/http.ts';
import {
	appointmentOfPerson,
	motivesForAgents,
	personAtCounter
} from '$lib/server/reception/person-at-counter.ts';
import type { Actions, PageServerLoad } from './$types';
import { timesScreen } from '../../../../../(portal)/rendez-vous/times-screen.ts';
import { asking } from '../../../asked.ts';
import { duplicatesScreen } from '../../../duplicates-screen.ts';
import { askedOf, Booking, Move, Overbooking, typedIn } from './asked.ts';
import { personScreen, visitScreen } from './person-screen.ts';

export const load: PageServerLoad = ({ locals, params, url }) =>
	show(locals, async (tx) => {
		const { actor } = locals;
		const locale = getLocale();
		const asked = askedOf(url);
		const [person, { counters, counter }, moving, motives] = await Promise.all([
			personAtCounter(tx, actor, params.id),
			chooseMyCounter(tx, actor, asked.guichet),
			asked.deplacer ? appointmentOfPerson(tx, actor, params.id, asked.deplacer) : null,
			motivesForAgents(tx)
		]);
		const motive = motives.find(({ code }) => code === (moving?.motiveCode ?? asked.motif));
		const search = { motive: motive?.code ?? '', counter: counter?.slug ?? null };
		const exceptId = moving?.id;
		const found =
			motive && counter
				? await findTimes(tx, actor, {
						...search,
						after: asked.jour,
						...(exceptId && { exceptId })
					})
				: null;
		return {
			id: params.id,
			...personScreen(person, locale),
			duplicates: duplicatesScreen(person.duplicates, locale),
			moving: moving && { id: moving.id, ...visitScreen(moving.startsAt, locale) },
			motives: motives.map(({ code, label, byTelephone }) => ({
				code,
				label: localised(label, locale),
				byTelephone
			})),
			counters: counters.map(({ slug, name }) => ({ slug, name })),
			guichet: counter?.slug ?? null,
			motif: motive?.code ?? null,
			mode: motive?.byTelephone && !motive.onSite ? ('telephone' as const) : asked.mode,
			times: found && timesScreen(found, asked.jour === null, locale),
			done: asked.fait
		};
	});

/** Reads a form, does one act, goes back to the person's appointments; a refusal keeps what was typed. */
async function answer<Input>(
	event: { locals: App.Locals; request: Request; params: { id: string } },
	schema: v.GenericSchema<unknown, Input>,
	fait: string,
	work: (tx: Tx, input: Input) => Promise<unknown>
) {
	const values = await typedIn(event.request);
	const refused = (status: number, rule: string) =>
		fail(status, { outcome: 'rule' as const, rule, facts: {}, values });
	const read = v.safeParse(schema, values);
	if (!read.success) return refused(400, 'invalid');
	try {
		await act(event.locals, (tx) => work(tx, read.output));
	} catch (cause) {
		if (cause instanceof RuleBroken) return refused(409, cause.rule);
		throw cause;
	}
	redirect(303, asking(localizeHref(`/agent/demandes/${event.params.id}/rendez-vous`), { fait }));
}

export const actions: Actions = {
	reserver: (event) =>
		answer(event, Booking, 'booked', (tx, { motif, guichet, mode, creneau }) =>
			bookForPerson(tx, event.locals.actor, {
				applicationId: event.params.id,
				motive: motif,
				counter: guichet,
				channel: mode,
				startsAt: creneau
			})
		),
	deplacer: (event) =>
		answer(event, Move, 'moved', (tx, { rdv, guichet, creneau }) =>
			moveForPerson(tx, event.locals.actor, {
				applicationId: event.params.id,
				appointmentId: rdv,
				counter: guichet,
				startsAt: creneau
			})
		),
	surreserver: (event) =>
		answer(event, Overbooking, 'overbooked', (tx, { motif, guichet, mode, creneau, raison }) =>
			overbook(tx, event.locals.actor, {
				applicationId: event.params.id,
				motive: motif,
				counter: guichet,
				channel: mode,
				startsAt: creneau,
				reason: raison
			})
		)
};
