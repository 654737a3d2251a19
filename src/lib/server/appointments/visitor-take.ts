import { eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { RuleBroken } from '../../domain/errors.ts';
import { now } from '../clock.ts';
import { visitorContact, waitingEntry } from '../db/schema/booking.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { HOLD_MINUTES } from './hold-time.ts';
import { motiveFor, type MotiveRow } from './offer.ts';
import { takePlace } from './take-place.ts';
import type { VisitorChoice } from './visitor-choice.ts';
import { letGo } from './visitor-release.ts';

export type VisitorPlace = {
	motive: MotiveRow;
	counterId: string;
	startsAt: Temporal.Instant;
	channel: 'on_site' | 'telephone';
	holder: string;
};

/**
 * Holds a time for a browser; its earlier choice is let go, and what was typed for it comes along.
 * @returns the id of the new hold
 * @throws RuleBroken `time-taken`, `time-not-offered`
 */
export async function takeForVisitor(
	tx: Tx,
	actor: Actor,
	{ holder, channel, motive, ...place }: VisitorPlace,
	earlier: VisitorChoice | null
): Promise<string> {
	if (earlier) await letGo(tx, actor, earlier);
	const id = await takePlace(tx, actor, {
		...place,
		motive: motive.code,
		applicationId: null,
		state: 'held',
		others: {
			channel,
			holderHash: holder,
			heldUntil: now().add({ minutes: HOLD_MINUTES }),
			helperKind: earlier?.row.helperKind ?? null,
			helperName: earlier?.row.helperName ?? null
		}
	});
	if (earlier) await carryContact(tx, earlier.row.id, id);
	return id;
}

/** Who comes stays the same when an appointment is replaced by another, and so does their turn on a waiting list. */
export async function carryContact(tx: Tx, from: string, to: string): Promise<void> {
	await tx
		.update(visitorContact)
		.set({ appointmentId: to })
		.where(eq(visitorContact.appointmentId, from));
	await tx
		.update(waitingEntry)
		.set({ appointmentId: to })
		.where(eq(waitingEntry.appointmentId, from));
}

/**
 * The held time of a choice, taken again without a word when the ten minutes are over and nobody else has it.
 * @returns the id of the hold, or the rule by which the time is gone: the choice then stays as it was
 */
export async function keepOrRetake(
	tx: Tx,
	actor: Actor,
	choice: VisitorChoice
): Promise<{ id: string } | { rule: string }> {
	const { row } = choice;
	if (choice.state === 'held') return { id: row.id };
	const motive = await motiveFor(tx, actor, row.motiveCode);
	const { counterId, startsAt, channel, holderHash } = row;
	const place = { motive, counterId, startsAt, channel, holder: holderHash ?? '' };
	try {
		// A savepoint: a place that is gone takes nothing away.
		return { id: await tx.transaction((inner) => takeForVisitor(inner, actor, place, choice)) };
	} catch (cause) {
		if (cause instanceof RuleBroken) return { rule: cause.rule };
		throw cause;
	}
}
