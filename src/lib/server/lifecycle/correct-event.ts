import { asc, eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { stateWithout } from '../../domain/applications/standing-events.ts';
import { validUntil } from '../../domain/applications/validity.ts';
import { NotFound, Refused } from '../../domain/errors.ts';
import { isUuid, requireApplication } from '../applications/access.ts';
import { recordEvent } from '../applications/record-event.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { counterInName } from '../changes/counter-in-name.ts';
import { now, today } from '../clock.ts';
import { application, applicationEvent } from '../db/schema/applications.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { announceEvent } from './announce-event.ts';

export type CorrectInput = {
	applicationId: string;
	eventId: string;
	/** Why, in words that the applicant reads. */
	motive: string;
};

/**
 * An agent says that an event was entered by mistake. Nothing is erased: a later event says so, with its reason, and
 * the request goes back to the state that what is left leads to; a renewal that never was gives its days back.
 *
 * @throws NotFound outside the agent's territory and for another request's event; Refused to anybody else; RuleBroken
 * `not-correctable`, `later-events-depend`, `bad-detail` without a motive
 */
export async function correctEvent(tx: Tx, actor: Actor, input: CorrectInput): Promise<void> {
	if (actor.kind !== 'agent') throw new Refused('correct-event');
	const { applicationId, eventId, motive } = input;
	await requireApplication(tx, actor, applicationId);
	const [request] = await tx
		.select()
		.from(application)
		.where(eq(application.id, applicationId))
		.for('update');
	const events = await tx
		.select()
		.from(applicationEvent)
		.where(eq(applicationEvent.applicationId, applicationId))
		.orderBy(asc(applicationEvent.id));
	const wrong = events.find(({ id }) => id === eventId);
	if (!request || !isUuid(eventId) || !wrong) throw new NotFound('event');
	const state = stateWithout(events, eventId);
	await recordEvent(tx, actor, {
		applicationId,
		kind: 'entered_in_error',
		occurredOn: today(),
		origin: 'counter',
		author: await counterInName(tx, actor, applicationId),
		detail: { eventId, motive }
	});
	const others = events.filter(({ id, kind }) => id !== eventId && kind === 'renewed');
	const renewals = others.map(({ occurredOn }) => occurredOn).sort(Temporal.PlainDate.compare);
	const validity =
		wrong.kind === 'renewed'
			? {
					renewedOn: renewals.at(-1) ?? null,
					validUntil: validUntil(request.filedOn, renewals)
				}
			: {};
	await tx
		.update(application)
		.set({ state, updatedAt: now(), ...validity })
		.where(eq(application.id, applicationId));
	await recordAudit(tx, actor, {
		action: 'correct-event',
		applicationId,
		subjectKind: 'application-event',
		subjectId: eventId,
		detail: { event: wrong.kind }
	});
	await announceEvent(tx, actor, { applicationId, kind: 'entered_in_error' });
}
