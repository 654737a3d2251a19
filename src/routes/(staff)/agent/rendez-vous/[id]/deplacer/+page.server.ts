import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { RuleBroken } from '$lib/domain/errors.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { findTimes } from '$lib/server/appointments/find-times.ts';
import { moveVisitor } from '$lib/server/appointments/move-visitor.ts';
import { chosenOf, myCounters } from '$lib/server/counters/my-counters.ts';
import { act, show } from '$lib/server/http.ts';
import { visitorAtCounter } from '$lib/server/reception/visitor-at-counter.ts';
import type { Actions, PageServerLoad } from './$types';
import { NewTime } from '../../../../../(portal)/rendez-vous/asked.ts';
import { timesScreen } from '../../../../../(portal)/rendez-vous/times-screen.ts';
import { asking, dayAsked } from '../../../asked.ts';
import { typedIn } from '../../../demandes/[id]/rendez-vous/asked.ts';
import { visitorVisit } from '../visitor-visit.ts';

export const load: PageServerLoad = ({ locals, params, url }) =>
	show(locals, async (tx) => {
		const { actor } = locals;
		const [found, mine] = await Promise.all([
			visitorAtCounter(tx, actor, params.id),
			myCounters(tx, actor)
		]);
		const visit = visitorVisit(found, getLocale());
		if (!visit.canMove) redirect(303, localizeHref(`/agent/rendez-vous/${visit.id}`));
		const asked = url.searchParams.get('guichet') ?? visit.guichet;
		const { counters, counter } = chosenOf(mine, asked);
		const after = dayAsked(url);
		const times = await findTimes(tx, actor, {
			motive: visit.motif,
			counter: counter?.slug ?? visit.guichet,
			after,
			exceptId: visit.id
		});
		return {
			visit,
			counters: counters.map(({ slug, name }) => ({ slug, name })),
			guichet: counter?.slug ?? visit.guichet,
			times: timesScreen(times, after === null, getLocale())
		};
	});

export const actions: Actions = {
	default: async ({ locals, params: { id }, request }) => {
		const values = await typedIn(request);
		const refused = (status: number, rule: string) =>
			fail(status, { outcome: 'rule' as const, rule, facts: {}, values });
		const read = v.safeParse(NewTime, values);
		if (!read.success) return refused(400, 'invalid');
		const { guichet: counter, creneau: startsAt } = read.output;
		let moved: string;
		try {
			const answer = await act(locals, (tx) =>
				moveVisitor(tx, locals.actor, { appointmentId: id, counter, startsAt })
			);
			moved = answer.appointmentId;
		} catch (cause) {
			if (!(cause instanceof RuleBroken)) throw cause;
			return refused(409, cause.rule);
		}
		redirect(303, asking(localizeHref(`/agent/rendez-vous/${moved}`), { fait: 'moved' }));
	}
};
