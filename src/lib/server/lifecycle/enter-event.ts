import type { Actor, Agent } from '../../domain/accounts/actor.ts';
import { ENTERED } from '../../domain/applications/entered-events.ts';
import type { KeptDetail } from '../../domain/applications/event-details.ts';
import type { EventKind, RequestState } from '../../domain/applications/event-kinds.ts';
import { Refused, RuleBroken } from '../../domain/errors.ts';
import { requireApplication } from '../applications/access.ts';
import { recordEvent } from '../applications/record-event.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { counterInName } from '../changes/counter-in-name.ts';
import { today } from '../clock.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { announceEvent } from './announce-event.ts';
import { mergeRequest } from './merge-request.ts';

export type EnterEventInput = {
	applicationId: string;
	kind: EventKind;
	/** The day it happened: not after today, and not before the request was filed. */
	occurredOn: Temporal.PlainDate;
	detail: KeptDetail;
	/** The body that told the counter; null when the counter speaks for itself. */
	toldBy: string | null;
	/** The state that was on the screen when the form was opened: what happened meanwhile stops the entry. */
	seen: RequestState;
};

/**
 * An agent enters what happened to a request: guided by the life-cycle table, signed by their counter, told to the
 * applicant by a message that says that there is news and nothing of it. What another body told stays the counter's
 * word, with that body's name beside it: only what is read from the register is official.
 *
 * @returns the state after it
 * @throws NotFound outside the agent's territory; Refused for what no agent enters by a form; RuleBroken
 * `seen-outdated`, `in-the-future`, `before-filing`, `forbidden-transition`, `bad-detail`, and those of `mergeRequest`
 */
export async function enterEvent(
	tx: Tx,
	actor: Actor,
	input: EnterEventInput
): Promise<RequestState> {
	if (actor.kind !== 'agent') throw new Refused('enter-event');
	const { applicationId, kind, occurredOn } = input;
	await requireApplication(tx, actor, applicationId);
	if (!ENTERED[kind]) throw new Refused(`enter-event-${kind}`);
	if (Temporal.PlainDate.compare(occurredOn, today()) > 0) throw new RuleBroken('in-the-future');
	const author = await counterInName(tx, actor, applicationId);
	const detail = { ...input.detail, ...(input.toldBy && { toldBy: input.toldBy }) };
	const event = { applicationId, kind, occurredOn, origin: 'counter', author, detail } as const;
	const { seen } = input;
	const state =
		kind === 'merged'
			? await mergeRequest(tx, actor, { ...event, kind, seen })
			: await recordEvent(tx, actor, { ...event, seen });
	await leaveTrace(tx, actor, input);
	await announceEvent(tx, actor, { applicationId, kind });
	return state;
}

async function leaveTrace(
	tx: Tx,
	actor: Agent,
	{ applicationId, kind }: EnterEventInput
): Promise<void> {
	await recordAudit(tx, actor, {
		action: 'enter-event',
		applicationId,
		subjectKind: 'application',
		subjectId: applicationId,
		detail: { event: kind }
	});
}
