import { error, fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { actorLabel } from '$lib/domain/accounts/actor.ts';
import { ANSWER_LENGTH } from '$lib/domain/changes/states.ts';
import { RuleBroken } from '$lib/domain/errors.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { enterProposal } from '$lib/server/changes/enter-proposal.ts';
import { handBackProposal } from '$lib/server/changes/hand-back-proposal.ts';
import { refuseProposal } from '$lib/server/changes/refuse-proposal.ts';
import { takeUpProposal } from '$lib/server/changes/take-up-proposal.ts';
import { territoryCommunes } from '$lib/server/changes/territory-communes.ts';
import { viewProposal } from '$lib/server/changes/view-proposal.ts';
import { today } from '$lib/server/clock.ts';
import type { Tx } from '$lib/server/db/unit-of-work.ts';
import { act, show } from '$lib/server/http.ts';
import { enteredDay } from '../../../../changements/entered-day.ts';
import type { Actions, PageServerLoad } from './$types';
import { proposalScreen } from './proposal-screen.ts';

export const load: PageServerLoad = ({ locals, params, url }) =>
	show(locals, async (tx) => {
		const asked = { id: params.changement, applicationId: params.id };
		const viewed = await viewProposal(tx, locals.actor, asked);
		const communes = await territoryCommunes(tx);
		return {
			...proposalScreen(viewed, communes, getLocale(), actorLabel(locals.actor)),
			today: today().toString(),
			longest: ANSWER_LENGTH,
			done: url.searchParams.get('fait')
		};
	});

const text = v.optional(v.pipe(v.string(), v.maxLength(5_000)), '');
const TakeUp = v.strictObject({ version: v.pipe(v.string(), v.regex(/^\d{1,6}$/)) });
const Enter = v.strictObject({ saisi: text, reponse: text });
const Refuse = v.strictObject({ reponse: text });

type Event = { locals: App.Locals; params: { id: string; changement: string }; request: Request };

export const actions: Actions = {
	commencer: async (event) => {
		const { version } = await read(event, TakeUp);
		const { actor } = event.locals;
		return decide(event, 'commence', {}, (tx, id) =>
			takeUpProposal(tx, actor, { id, version: Number(version) })
		);
	},
	rendre: async (event) =>
		decide(event, 'rendu', {}, (tx, id) => handBackProposal(tx, event.locals.actor, { id })),
	saisir: async (event) => {
		const values = { ...(await read(event, Enter)), action: 'saisir' };
		return decide(event, 'saisi', values, (tx, id) =>
			enterProposal(tx, event.locals.actor, {
				id,
				enteredOn: enteredDay(values.saisi),
				answer: values.reponse
			})
		);
	},
	refuser: async (event) => {
		const values = { ...(await read(event, Refuse)), action: 'refuser' };
		return decide(event, 'refuse', values, (tx, id) =>
			refuseProposal(tx, event.locals.actor, { id, answer: values.reponse })
		);
	}
};

async function read<Schema extends v.GenericSchema<unknown, Record<string, string>>>(
	{ request }: Event,
	schema: Schema
) {
	const typed = v.safeParse(schema, Object.fromEntries(await request.formData()));
	if (!typed.success) error(400);
	return typed.output;
}

/** Does it and shows the page again; a rule that refuses comes back with what was typed. */
async function decide(
	{ locals, params }: Event,
	done: string,
	values: Record<string, string>,
	work: (tx: Tx, id: string) => Promise<void>
) {
	try {
		await act(locals, (tx) => work(tx, params.changement));
	} catch (cause) {
		if (!(cause instanceof RuleBroken)) throw cause;
		return fail(422, { outcome: 'rule' as const, rule: cause.rule, facts: cause.facts, values });
	}
	const { id, changement } = params;
	redirect(303, `${localizeHref(`/agent/demandes/${id}/changements/${changement}`)}?fait=${done}`);
}
