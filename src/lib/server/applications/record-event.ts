import { eq } from 'drizzle-orm';
import { actorLabel, type Actor } from '../../domain/accounts/actor.ts';
import { checkDetail } from '../../domain/applications/check-detail.ts';
import type { KeptDetail } from '../../domain/applications/event-details.ts';
import type {
	EventAuthor,
	EventKind,
	RequestState
} from '../../domain/applications/event-kinds.ts';
import { checkEvent } from '../../domain/applications/states.ts';
import { validUntil } from '../../domain/applications/validity.ts';
import { NotFound, Refused, RuleBroken } from '../../domain/errors.ts';
import { now } from '../clock.ts';
import { application, applicationEvent } from '../db/schema/applications.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { settleConfirmation } from '../renewals/settle-confirmation.ts';

export type EventInput = {
	applicationId: string;
	kind: EventKind;
	/** The day it happened. */
	occurredOn: Temporal.PlainDate;
	/** Who says so: the applicant, a counter, or SNE and the landlords. */
	origin: 'declared' | 'counter' | 'official';
	/** The body that says so, in words the applicant reads ("Guichet logement d'Antibes", "SNE"). */
	author: string;
	/** What the event states (lib/domain/applications/event-details.ts). */
	detail?: KeptDetail;
	/** The state that the author saw; when another event came in between, nothing is written. */
	seen?: RequestState | undefined;
};

/**
 * Adds one event to a request and brings its state along: the only way a state ever changes.
 * Each event is dated and signed by the body it comes from (R441-2-15). Nothing is ever rewritten.
 *
 * @returns the state after the event
 * @throws NotFound when there is no such request; Refused when this author may not enter this event;
 * RuleBroken `forbidden-transition` when it may not follow what happened before, `bad-detail` when it does not state
 * what an event of this kind states: the register may be silent, a counter may not
 */
export async function recordEvent(tx: Tx, actor: Actor, input: EventInput): Promise<RequestState> {
	const { applicationId, kind, occurredOn, detail = {} } = input;
	const [found] = await tx
		.select({ state: application.state, filedOn: application.filedOn })
		.from(application)
		.where(eq(application.id, applicationId))
		.for('no key update');
	if (!found) throw new NotFound('application');
	checkSeen(input, found);
	const state = checkEvent(found.state, kind, authorOf(actor, input.origin));
	checkDetail(kind, detail, occurredOn, actor.kind !== 'system');
	await tx.insert(applicationEvent).values({
		applicationId,
		kind,
		occurredOn,
		recordedAt: now(),
		origin: input.origin,
		author: input.author,
		recordedBy: actorLabel(actor),
		detail
	});
	const renewal =
		kind === 'renewed'
			? { renewedOn: occurredOn, validUntil: validUntil(found.filedOn, [occurredOn]) }
			: {};
	await tx
		.update(application)
		.set({ state, updatedAt: now(), ...renewal })
		.where(eq(application.id, applicationId));
	if (kind === 'renewed') {
		const by = actorLabel(actor);
		await settleConfirmation(tx, {
			applicationId,
			recordedOn: occurredOn,
			by,
			author: input.author
		});
	}
	return state;
}

/** What was on the author's screen, and a day that the request can have lived. */
function checkSeen(
	{ seen, occurredOn, kind }: EventInput,
	found: { state: RequestState; filedOn: Temporal.PlainDate }
): void {
	if (seen !== undefined && seen !== found.state) throw new RuleBroken('seen-outdated');
	if (seen !== undefined && Temporal.PlainDate.compare(occurredOn, found.filedOn) < 0)
		throw new RuleBroken('before-filing', { event: kind });
}

/** The kind of author the life-cycle table knows. What the software writes as official comes from SNE. */
export function authorOf(actor: Actor, origin: EventInput['origin']): EventAuthor {
	switch (actor.kind) {
		case 'applicant':
		case 'helper':
			return 'applicant';
		case 'agent':
			return 'agent';
		case 'system':
			return origin === 'official' ? 'sne' : 'system';
		case 'visitor':
			throw new Refused('enter-event');
	}
}
