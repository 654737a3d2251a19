import { fail, redirect } from '@sveltejs/kit';
import { FACT_RULES, isLocked, readFactText } from '$lib/domain/changes/facts.ts';
import { CHANGE_RULES } from '$lib/domain/changes/kinds.ts';
import { answerDueOn, isOpen, possibleActions } from '$lib/domain/changes/states.ts';
import { RuleBroken } from '$lib/domain/errors.ts';
import { dateInWords, inParis } from '$lib/domain/words.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { registeredFacts } from '$lib/server/applications/registered-facts.ts';
import { proposalById, type ProposalView } from '$lib/server/changes/queries.ts';
import { territoryCommunes } from '$lib/server/changes/territory-communes.ts';
import { withdrawProposal } from '$lib/server/changes/withdraw-proposal.ts';
import { papersOfRequest } from '$lib/server/documents/queries.ts';
import { act, show } from '$lib/server/http.ts';
import type { Actions, PageServerLoad } from './$types';
import { itemsOf, type Reading } from '../../fact-lines.ts';
import { nameOf } from '../../facts-screen.ts';
import { changeLines, personOf } from '../change-lines.ts';
import { neededPapers } from '../needed-papers.ts';
import { proposalTitle } from '../proposal-line.ts';

export const load: PageServerLoad = ({ locals, params, url }) =>
	show(locals, async (tx) => {
		const locale = getLocale();
		const asked = await proposalById(tx, locals.actor, params.id);
		const facts = await registeredFacts(tx, locals.actor, asked.applicationId);
		const papers = await papersOfRequest(tx, locals.actor, asked.applicationId);
		const reading = { facts, communes: await territoryCommunes(tx), locale };
		const person = personOf(reading, asked);
		const may = possibleActions(asked.state, 'applicant');
		const askedOn = inParis(asked.createdAt).day;
		return {
			id: asked.id,
			kind: asked.kind,
			title: proposalTitle(asked),
			who: person ? nameOf(person) : null,
			state: asked.state,
			wrong: asked.wrong,
			lines: changeLines(reading, asked),
			leaves: asked.kind === 'member_leaves' || asked.kind === 'separation',
			papers: isOpen(asked.state) ? neededPapers(asked, papers.sent, locale) : [],
			needsAppointment: isOpen(asked.state) && needsAppointment(asked, person?.role ?? null),
			due:
				asked.kind === 'rectification' && isOpen(asked.state)
					? dateInWords(answerDueOn(askedOn), locale)
					: null,
			answer: asked.answer,
			answeredFor: asked.answeredFor ?? '',
			enteredOn: asked.enteredOn ? dateInWords(asked.enteredOn, locale) : '',
			edit: may.includes('edit') ? editAddress(reading, asked) : null,
			mayWithdraw: may.includes('withdraw'),
			steps: asked.steps.map(({ action, at }) => ({
				action,
				day: dateInWords(inParis(at).day, locale),
				datetime: at.toString()
			})),
			done: url.searchParams.get('fait'),
			fromRenewal: url.searchParams.get('retour') === 'renouvellement'
		};
	});

export const actions: Actions = {
	retirer: async ({ locals, params }) => {
		try {
			await act(locals, (tx) => withdrawProposal(tx, locals.actor, { id: params.id }));
		} catch (cause) {
			if (!(cause instanceof RuleBroken)) throw cause;
			const { rule, facts } = cause;
			return fail(422, { outcome: 'rule' as const, rule, facts, values: {} });
		}
		redirect(303, `${localizeHref(`/espace/demande/changements/${params.id}`)}?fait=retire`);
	}
};

function needsAppointment({ kind, subject }: ProposalView, role: Parameters<typeof isLocked>[1]) {
	if (kind !== 'rectification') return CHANGE_RULES[kind].appointment;
	const key = readFactText(subject);
	return key !== null && isLocked(key.fact, role);
}

/** The address of the form this came from, filled in again. */
function editAddress({ facts }: Reading, { kind, subject }: ProposalView): string {
	if (kind !== 'rectification') {
		const { slug, subject: about } = CHANGE_RULES[kind];
		const query = new URLSearchParams(about === 'new' ? { place: subject } : {});
		if (about !== 'new' && about !== 'request') query.set('personne', subject || 'aucune');
		return `${localizeHref(`/espace/demande/changer/${slug}`)}?${query}`;
	}
	const key = readFactText(subject)!;
	const query = new URLSearchParams({ fait: FACT_RULES[key.fact].slug });
	if (key.personId) query.set('personne', key.personId);
	const rank = itemsOf(facts, key.fact, key.personId)?.indexOf(key.item ?? '');
	if (rank !== undefined) query.set('rang', String(rank + 1));
	return `${localizeHref('/espace/demande/corriger')}?${query}`;
}
