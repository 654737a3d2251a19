import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { RuleBroken } from '$lib/domain/errors.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { findTimes } from '$lib/server/appointments/find-times.ts';
import { counterFor } from '$lib/server/appointments/offer.ts';
import { moveAppointment } from '$lib/server/appointments/move-appointment.ts';
import { appointmentFor } from '$lib/server/appointments/queries.ts';
import { now } from '$lib/server/clock.ts';
import { act, show } from '$lib/server/http.ts';
import type { Actions, PageServerLoad } from './$types';
import { askedIn, fieldsOf, NewTime } from '../../asked.ts';
import { broken } from '../../broken.ts';
import { isTimeRule, refuseTime } from '../../refuse-time.ts';
import { ticketScreen } from '../../ticket-screen.ts';
import { timeScreen, timesScreen } from '../../times-screen.ts';

export const load: PageServerLoad = ({ locals, params: { token }, url }) =>
	show(locals, async (tx) => {
		const { actor } = locals;
		const locale = getLocale();
		const view = await appointmentFor(tx, actor, { token });
		const ticket = ticketScreen(view, now(), locale);
		const asked = askedIn(url);
		const shared = { token, ticket, times: null, chosen: null };
		if (!ticket.isOpen) return shared;
		const slug = asked.guichet || view.counter.slug;
		if (asked.creneau) {
			const { name } = await counterFor(tx, slug);
			return {
				...shared,
				chosen: { ...timeScreen({ startsAt: asked.creneau }, locale), slug, name }
			};
		}
		const found = await findTimes(tx, actor, {
			motive: view.motive.code,
			counter: slug,
			after: asked.jour,
			exceptId: view.row.id
		});
		return { ...shared, times: timesScreen(found, asked.jour === null, locale) };
	});

export const actions: Actions = {
	default: async ({ locals, params: { token }, request }) => {
		const { actor } = locals;
		const read = v.safeParse(NewTime, await fieldsOf(request));
		if (!read.success) return fail(400, { outcome: 'invalid' as const, errors: {}, values: {} });
		const { guichet: counter, creneau: startsAt } = read.output;
		const answer = await broken(
			act(locals, (tx) => moveAppointment(tx, actor, { token, counter, startsAt }))
		);
		if (!(answer instanceof RuleBroken))
			redirect(303, localizeHref(`/rendez-vous/${answer.token}`));
		const { rule, facts } = answer;
		const refusal = await act(locals, async (tx) => {
			if (!isTimeRule(rule)) return null;
			const { motive, row } = await appointmentFor(tx, actor, { token });
			const wanted = { motive: motive.code, counter, startsAt, exceptId: row.id };
			return refuseTime(tx, actor, wanted, rule, getLocale());
		});
		return fail(409, { outcome: 'rule' as const, rule, facts, values: {}, refusal });
	}
};
