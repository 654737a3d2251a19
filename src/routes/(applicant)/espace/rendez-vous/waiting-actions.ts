import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { RuleBroken } from '$lib/domain/errors.ts';
import { localizeHref } from '$lib/localize-href.ts';
import type { Tx } from '$lib/server/db/unit-of-work.ts';
import { act } from '$lib/server/http.ts';
import { closeTimeRequest } from '$lib/server/waiting/close-time-request.ts';
import { joinWaitingList } from '$lib/server/waiting/join-list.ts';
import { leaveWaitingList } from '$lib/server/waiting/leave-list.ts';
import { readWithHalfDays } from '../../../(portal)/liste-attente/read-half-days.ts';
import { broken } from '../../../(portal)/rendez-vous/broken.ts';

/** Does it, then shows the page again with what was done; a rule that refuses is said on the page. */
async function then(locals: App.Locals, done: string, work: (tx: Tx) => Promise<unknown>) {
	const answer = await broken(act(locals, work));
	if (answer instanceof RuleBroken) {
		return fail(422, { outcome: 'rule' as const, rule: answer.rule, facts: {}, values: {} });
	}
	redirect(303, `${localizeHref('/espace/rendez-vous')}?fait=${done}`);
}

async function idOf(request: Request): Promise<string> {
	const data = await request.formData();
	const id = data.get('id');
	if ([...data.keys()].some((name) => name !== 'id') || typeof id !== 'string') error(400);
	return id;
}

type Event = Pick<RequestEvent, 'locals' | 'request'>;

export const waitingActions = {
	/** "Prévenez-moi si une place se libère." */
	attendre: async ({ locals, request }: Event) => {
		const { halfDays, texts } = readWithHalfDays(await request.formData(), ['motif', 'guichet']);
		const input = { motive: texts.motif, counter: texts.guichet, halfDays };
		return then(locals, 'attente', (tx) => joinWaitingList(tx, locals.actor, input));
	},
	quitter: async ({ locals, request }: Event) => {
		const entryId = await idOf(request);
		return then(locals, 'quitte', (tx) => leaveWaitingList(tx, locals.actor, { entryId }));
	},
	retirer: async ({ locals, request }: Event) => {
		const id = await idOf(request);
		return then(locals, 'retiree', (tx) => closeTimeRequest(tx, locals.actor, { id }));
	}
};
