import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { RuleBroken } from '$lib/domain/errors.ts';
import { filterQuery, readFilter } from '$lib/domain/documents/review-queue.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { nextInQueue } from '$lib/server/documents/review-queue.ts';
import type { Tx } from '$lib/server/db/unit-of-work.ts';
import { act } from '$lib/server/http.ts';
import { asking } from '../../asked.ts';

export type Values = Readonly<Record<string, string>>;

const short = (most: number) => v.optional(v.pipe(v.string(), v.maxLength(most)), '');

/** What the agent saw: a kind near at hand or another one, and for whom. */
export const AcceptForm = v.strictObject({
	nature: short(60),
	autre: short(60),
	personne: short(40),
	etat: short(20)
});

/** Why not, a word, and the message that was read before it leaves. `etat` is the state that the agent saw. */
export const AgainForm = v.strictObject({
	motif: short(60),
	message: short(4_000),
	vu: short(40),
	etat: short(20)
});
export const NoteForm = v.strictObject({ note: short(10_000) });

/** What a form sent; a form that is not ours sent nothing. */
export async function typed<Schema extends v.GenericSchema<unknown, Values>>(
	request: Request,
	schema: Schema
): Promise<v.InferOutput<Schema>> {
	const sent = Object.fromEntries(await request.formData());
	const read = v.safeParse(schema, sent);
	return read.success ? read.output : v.parse(schema, {});
}

type Event = { locals: App.Locals; params: { id: string }; url: URL };

/**
 * Decides on a paper, then leads to the next one of the queue, or back to the queue when it is empty; a rule that
 * refuses comes back to this page with what was typed.
 */
export async function decide(
	{ locals, params, url }: Event,
	done: string,
	values: Values,
	work: (tx: Tx) => Promise<{ receivedAt: Temporal.Instant }>
) {
	const filter = readFilter(url.searchParams);
	let next: { id: string } | null;
	try {
		next = await act(locals, async (tx) => {
			const { receivedAt } = await work(tx);
			return nextInQueue(tx, locals.actor, filter, { id: params.id, receivedAt });
		});
	} catch (cause) {
		return refused(cause, values);
	}
	const to = localizeHref(next ? `/agent/pieces/${next.id}` : '/agent/pieces');
	redirect(303, asking(to, { ...filterQuery(filter), fait: done, de: next ? params.id : null }));
}

/** The rule that was broken, for the form; anything else is thrown on. */
export function refused(cause: unknown, values: Values) {
	if (!(cause instanceof RuleBroken)) throw cause;
	return fail(422, {
		outcome: 'rule' as const,
		rule: cause.rule,
		facts: cause.facts,
		values,
		preview: null
	});
}
