import { error, fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { RuleBroken } from '$lib/domain/errors.ts';
import { localised } from '$lib/domain/localised.ts';
import { dateInWords, inParis } from '$lib/domain/words.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { today } from '$lib/server/clock.ts';
import { depositPapers } from '$lib/server/documents/deposit-papers.ts';
import { papersToDeposit } from '$lib/server/documents/papers-to-deposit.ts';
import { act, show } from '$lib/server/http.ts';
import type { Actions, PageServerLoad } from './$types';

type Found = Awaited<ReturnType<typeof papersToDeposit>>;

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const found = await show(locals, (tx) => papersToDeposit(tx, locals.actor, params.id));
	const locale = getLocale();
	const done = Number(url.searchParams.get('fait') ?? '0');
	return {
		id: params.id,
		uniqueNumber: found.uniqueNumber,
		done: Number.isInteger(done) && done > 0 ? done : null,
		destroyedOn: dateInWords(found.destroyedOn, locale),
		destroyedToday: found.destroyedOn.equals(today()),
		toDeposit: found.toDeposit.map((paper) => paperLine(found, paper, locale)),
		deposited: found.deposited.map((paper) => paperLine(found, paper, locale))
	};
};

function paperLine(found: Found, paper: Found['toDeposit'][number], locale: string) {
	const whose = found.household.find(({ id }) => id === paper.personId);
	return {
		id: paper.id,
		href: localizeHref(`/agent/pieces/${paper.id}`),
		download:
			paper.mayOpen && paper.preparedAt ? localizeHref(`/agent/pieces/${paper.id}/contenu`) : null,
		label: localised(paper.label, locale),
		who: whose ? [whose.firstName, whose.lastName].filter(Boolean).join(' ') : null,
		sensitive: paper.sensitive,
		mayOpen: paper.mayOpen,
		pages: paper.pageCount,
		daysLeft: paper.daysLeft,
		depositedOn: paper.depositedAt && dateInWords(inParis(paper.depositedAt).day, locale),
		destroyedOn: paper.destroyedOn && dateInWords(paper.destroyedOn, locale)
	};
}

const Chosen = v.array(v.pipe(v.string(), v.uuid()));

export const actions: Actions = {
	deposer: async ({ locals, params, request }) => {
		const chosen = v.safeParse(Chosen, (await request.formData()).getAll('papier'));
		if (!chosen.success) error(400);
		const input = { applicationId: params.id, paperIds: chosen.output };
		let count: number;
		try {
			count = await act(locals, (tx) => depositPapers(tx, locals.actor, input));
		} catch (cause) {
			if (!(cause instanceof RuleBroken)) throw cause;
			return fail(422, { outcome: 'rule' as const, rule: cause.rule, chosen: chosen.output });
		}
		redirect(303, `${localizeHref(`/agent/demandes/${params.id}/depot`)}?fait=${count}`);
	}
};
