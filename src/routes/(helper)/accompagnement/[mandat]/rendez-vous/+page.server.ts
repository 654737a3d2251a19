import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { RuleBroken } from '$lib/domain/errors.ts';
import type { HelperAct } from '$lib/domain/helpers/rights.ts';
import { localised } from '$lib/domain/localised.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { bookAppointment } from '$lib/server/appointments/book-appointment.ts';
import { cancelAppointment } from '$lib/server/appointments/cancel-appointment.ts';
import { findTimes } from '$lib/server/appointments/find-times.ts';
import { homeCounter } from '$lib/server/appointments/home-counter.ts';
import { myAppointments } from '$lib/server/appointments/queries.ts';
import { now } from '$lib/server/clock.ts';
import { listCounters, publicMotives } from '$lib/server/counters/queries.ts';
import { askedIn, Visit } from '../../../../(portal)/rendez-vous/asked.ts';
import { ticketScreen } from '../../../../(portal)/rendez-vous/ticket-screen.ts';
import { timesScreen } from '../../../../(portal)/rendez-vous/times-screen.ts';
import type { Actions, PageServerLoad } from './$types';
import { helping, type Helping } from '../helping.ts';

const Cancel = v.strictObject({ rdv: v.pipe(v.string(), v.uuid()) });

export const load: PageServerLoad = ({ locals, url }) =>
	helping(locals, 'view-appointments', async ({ tx, helper, person }) => {
		const [moment, locale, asked] = [now(), getLocale(), askedIn(url)];
		const [{ upcoming }, motives, guichet, counters] = await Promise.all([
			myAppointments(tx, helper, moment),
			publicMotives(tx),
			asked.guichet ?? homeCounter(tx, helper),
			listCounters(tx)
		]);
		const motive = motives.find(({ code }) => code === asked.motif) ?? null;
		const found = motive
			? await findTimes(tx, helper, {
					motive: motive.code,
					counter: guichet,
					after: asked.jour
				})
			: null;
		return {
			person,
			upcoming: upcoming.map((view) => ({
				id: view.row.id,
				ticket: ticketScreen(view, moment, locale)
			})),
			motives: motives.map(({ code, label }) => ({ value: code, label: localised(label, locale) })),
			counters: counters.map(({ slug, name }) => ({ value: slug, label: name })),
			motif: motive?.code ?? null,
			guichet: found?.counter?.slug ?? guichet,
			times: found && timesScreen(found, asked.jour === null, locale),
			done: url.searchParams.get('fait')
		};
	});

export const actions: Actions = {
	reserver: (event) =>
		answer(event, 'book-appointment', Visit, 'reserve', ({ tx, helper }, visit) =>
			bookAppointment(tx, helper, {
				motive: visit.motif,
				counter: visit.guichet,
				startsAt: visit.creneau
			})
		),
	annuler: (event) =>
		answer(event, 'cancel-appointment', Cancel, 'annule', ({ tx, helper }, { rdv }) =>
			cancelAppointment(tx, helper, { id: rdv })
		)
};

/** Reads a form, does one act for the person, comes back. A refusal is said on the page. */
async function answer<Input>(
	{ locals, request, params }: RequestEvent<{ mandat: string }>,
	what: HelperAct,
	schema: v.GenericSchema<unknown, Input>,
	fait: string,
	work: (helping: Helping, input: Input) => Promise<unknown>
) {
	const values = Object.fromEntries(await request.formData());
	const read = v.safeParse(schema, values);
	const refused = (status: number, rule: string) =>
		fail(status, { outcome: 'rule' as const, rule, facts: {}, values: {} });
	if (!read.success) return refused(400, 'invalid');
	try {
		await helping(locals, what, (held) => work(held, read.output));
	} catch (cause) {
		if (!(cause instanceof RuleBroken)) throw cause;
		return refused(409, cause.rule);
	}
	redirect(303, `${localizeHref(`/accompagnement/${params.mandat}/rendez-vous`)}?fait=${fait}`);
}
