import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { messageBody } from '$lib/domain/conversations/body.ts';
import { segmentsOf } from '$lib/domain/conversations/segments.ts';
import { RuleBroken } from '$lib/domain/errors.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { changeConversation } from '$lib/server/conversations/change-conversation.ts';
import { sendMessage } from '$lib/server/conversations/send-message.ts';
import { takeTemplate } from '$lib/server/conversations/take-template.ts';
import { writeNote } from '$lib/server/conversations/write-note.ts';
import type { Tx } from '$lib/server/db/unit-of-work.ts';
import { environment } from '$lib/server/environment.ts';
import { act } from '$lib/server/http.ts';

type Event = Pick<RequestEvent<{ id: string }>, 'locals' | 'request' | 'params'>;

const text = (most: number) => v.optional(v.pipe(v.string(), v.maxLength(most)), '');
const Answer = v.strictObject({
	reponse: text(20_000),
	modele: text(40),
	demandee: text(60),
	vu: text(40),
	envoi: text(40)
});
const Note = v.strictObject({ note: text(10_000), envoi: text(40) });

async function typed<Schema extends v.GenericSchema>(
	request: Request,
	schema: Schema
): Promise<v.InferOutput<Schema>> {
	const read = v.safeParse(schema, Object.fromEntries(await request.formData()));
	if (!read.success) error(400);
	return read.output;
}

/** The form again, with what was typed and why it did not leave. */
const again = (cause: RuleBroken, values: { reponse: string; demandee: string; note: string }) =>
	fail(422, { step: 'refused' as const, rule: cause.rule, facts: cause.facts, values });

/** Does it, then shows the page again with what was done; a rule that refuses comes back with what was typed. */
async function then(
	{ locals, params }: Event,
	done: string,
	values: { reponse: string; demandee: string; note: string },
	work: (tx: Tx) => Promise<unknown>
) {
	try {
		await act(locals, work);
	} catch (cause) {
		if (!(cause instanceof RuleBroken)) throw cause;
		return again(cause, values);
	}
	redirect(303, `${localizeHref(`/agent/demandes/${params.id}/messages`)}?fait=${done}`);
}

const EMPTY = { reponse: '', demandee: '', note: '' };

export const exchangeActions = {
	/** The template goes under what is typed already; the agent goes on from there. */
	modele: async ({ locals, request, params }: Event) => {
		const { reponse, modele, demandee } = await typed(request, Answer);
		const values = { ...EMPTY, reponse, demandee };
		if (!modele) return { step: 'typing' as const, values, french: null };
		const taken = await act(locals, (tx) =>
			takeTemplate(tx, locals.actor, { applicationId: params.id, templateId: modele })
		);
		const whole = [reponse.trimEnd(), taken.text].filter(Boolean).join('\n\n');
		return {
			step: 'typing' as const,
			values: { ...values, reponse: whole },
			french: taken.french
		};
	},
	/** What the person will read, before it leaves. Nothing is written yet. */
	relire: async ({ request }: Event) => {
		const { reponse, demandee } = await typed(request, Answer);
		const values = { ...EMPTY, reponse, demandee };
		try {
			const segments = segmentsOf(messageBody(reponse), environment().ORIGIN);
			return { step: 'preview' as const, values, segments };
		} catch (cause) {
			if (!(cause instanceof RuleBroken)) throw cause;
			return again(cause, values);
		}
	},
	modifier: async ({ request }: Event) => {
		const { reponse, demandee } = await typed(request, Answer);
		return { step: 'typing' as const, values: { ...EMPTY, reponse, demandee }, french: null };
	},
	envoyer: async (event: Event) => {
		const { reponse, demandee, vu, envoi } = await typed(event.request, Answer);
		return then(event, 'reponse', { ...EMPTY, reponse, demandee }, (tx) =>
			sendMessage(tx, event.locals.actor, {
				applicationId: event.params.id,
				body: reponse,
				sendingId: envoi,
				askedCategory: demandee || null,
				lastSeenId: vu
			})
		);
	},
	noter: async (event: Event) => {
		const { note, envoi } = await typed(event.request, Note);
		return then(event, 'note', { ...EMPTY, note }, (tx) =>
			writeNote(tx, event.locals.actor, {
				applicationId: event.params.id,
				body: note,
				sendingId: envoi
			})
		);
	},
	clore: (event: Event) =>
		then(event, 'clos', EMPTY, (tx) =>
			changeConversation(tx, event.locals.actor, {
				applicationId: event.params.id,
				action: 'close'
			})
		),
	rouvrir: (event: Event) =>
		then(event, 'rouvert', EMPTY, (tx) =>
			changeConversation(tx, event.locals.actor, {
				applicationId: event.params.id,
				action: 'reopen'
			})
		)
};
