import { fail, redirect } from '@sveltejs/kit';
import { factKinds } from '$lib/domain/counters/facts.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { chooseMyCounter, chosenOf, viewMyCounters } from '$lib/server/counters/my-counters.ts';
import { setCounterFacts } from '$lib/server/counters/set-counter-facts.ts';
import { act, show } from '$lib/server/http.ts';
import { asking } from '../asked.ts';
import { readFacts } from './facts-form.ts';

export const load = ({ locals, url }) =>
	show(locals, async (tx) => {
		const mine = await viewMyCounters(tx, locals.actor);
		const { counters, counter } = chosenOf(mine, url.searchParams.get('guichet'));
		return {
			counters: counters.map(({ slug, name, facts }) => ({
				slug,
				name,
				unconfirmed: factKinds.filter((kind) => !facts[kind].confirmed).length
			})),
			counter: counter && {
				slug: counter.slug,
				name: counter.name,
				commune: counter.commune?.name ?? null,
				facts: factKinds.map((kind) => ({ kind, ...counter.facts[kind] }))
			},
			saved: url.searchParams.has('enregistre')
		};
	});

export const actions = {
	default: async ({ locals, request, url }) => {
		const { typed, errors, facts } = readFacts(await request.formData());
		if (!facts) return fail(422, { outcome: 'invalid' as const, errors, values: typed });
		const slug = await act(locals, async (tx) => {
			const { counter } = await chooseMyCounter(tx, locals.actor, url.searchParams.get('guichet'));
			if (counter) await setCounterFacts(tx, locals.actor, { slug: counter.slug, facts });
			return counter?.slug;
		});
		redirect(303, asking(localizeHref('/agent/guichets'), { guichet: slug, enregistre: '1' }));
	}
};
