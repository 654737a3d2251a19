import { and, eq, isNull } from 'drizzle-orm';
import { actorLabel, type Actor } from '../../domain/accounts/actor.ts';
import { Refused, RuleBroken } from '../../domain/errors.ts';
import type { HalfDay } from '../../domain/waiting/half-days.ts';
import { requireApplicant } from '../appointments/access.ts';
import { lockPerson } from '../appointments/locks.ts';
import { counterFor, motiveFor } from '../appointments/offer.ts';
import { bookedFor } from '../appointments/own-appointments.ts';
import { now } from '../clock.ts';
import { person } from '../db/schema/applications.ts';
import { waitingEntry } from '../db/schema/booking.ts';
import type { Tx } from '../db/unit-of-work.ts';

export type JoinInput = {
	/** Code of the motive. */
	motive: string;
	/** Slug of the counter. */
	counter: string;
	/** Half-days that suit; none named means any. */
	halfDays: readonly HalfDay[];
};

/**
 * Puts an applicant on the waiting list of a counter for a motive, whoever booked the appointment they may have. Their
 * appointment stays theirs. Joining again changes the half-days and keeps the turn.
 *
 * @returns the id of the entry
 * @throws NotFound for an unknown motive or counter; Refused without an account, or for a motive of the agents' alone
 * for which they have no appointment; RuleBroken `not-reachable` when there is neither e-mail nor telephone to write to
 */
export async function joinWaitingList(tx: Tx, actor: Actor, input: JoinInput): Promise<string> {
	return enter(tx, actor, requireApplicant(actor), input);
}

/** The same for whoever may act for the person; who that is was decided before. */
export async function enter(
	tx: Tx,
	actor: Actor,
	applicationId: string,
	input: JoinInput
): Promise<string> {
	const { id: counterId } = await counterFor(tx, input.counter);
	await lockPerson(tx, applicationId);
	await requireWaitable(tx, actor, applicationId, input.motive);
	if (!(await isReachable(tx, applicationId))) throw new RuleBroken('not-reachable');
	const mine = and(
		eq(waitingEntry.applicationId, applicationId),
		eq(waitingEntry.motiveCode, input.motive),
		eq(waitingEntry.counterId, counterId),
		isNull(waitingEntry.endedAt)
	);
	const halfDays = [...input.halfDays];
	const [known] = await tx
		.update(waitingEntry)
		.set({ halfDays })
		.where(mine)
		.returning({ id: waitingEntry.id });
	if (known) return known.id;
	const [added] = await tx
		.insert(waitingEntry)
		.values({
			applicationId,
			counterId,
			motiveCode: input.motive,
			halfDays,
			createdAt: now(),
			createdBy: actorLabel(actor)
		})
		.returning({ id: waitingEntry.id });
	return added!.id;
}

/** What an agent booked for somebody may be waited for too, also when the public cannot book it. */
async function requireWaitable(tx: Tx, actor: Actor, applicationId: string, motiveCode: string) {
	try {
		await motiveFor(tx, actor, motiveCode);
	} catch (cause) {
		const has = cause instanceof Refused && (await bookedFor(tx, applicationId, motiveCode));
		if (!has) throw cause;
	}
}

async function isReachable(tx: Tx, applicationId: string): Promise<boolean> {
	const [found] = await tx
		.select({ email: person.email, phone: person.phone })
		.from(person)
		.where(and(eq(person.applicationId, applicationId), eq(person.role, 'applicant')));
	return Boolean(found?.email ?? found?.phone);
}
