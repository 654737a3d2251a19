import { and, eq, isNull } from 'drizzle-orm';
import { actorLabel, type Actor } from '../../domain/accounts/actor.ts';
import { can } from '../../domain/appointments/states.ts';
import { RuleBroken } from '../../domain/errors.ts';
import type { HalfDay } from '../../domain/waiting/half-days.ts';
import { takeOwnAppointment } from '../appointments/find-own-appointment.ts';
import type { AppointmentRow } from '../appointments/own-appointments.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { now } from '../clock.ts';
import { visitorContact, waitingEntry } from '../db/schema/booking.ts';
import { counter } from '../db/schema/counters.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { enter } from './join-list.ts';

export type AppointmentWait = {
	/** The secret of the appointment's private link, or the appointment's id for an agent of its counter. */
	key: { token: string } | { id: string };
	/** Half-days that suit; none named means any. */
	halfDays: readonly HalfDay[];
};

/**
 * Puts whoever holds the private link of an appointment on the waiting list of its counter, whoever booked it: an
 * applicant, a visitor without a request, or an agent for either. An agent of the counter does the same at the person's
 * wish. The appointment stays theirs. Joining again changes the half-days and keeps the turn.
 *
 * @returns the id of the entry
 * @throws NotFound for a wrong link and for another counter's appointment; RuleBroken `forbidden-transition` once it is
 * no longer to come, `not-reachable` when there is neither e-mail nor telephone to write to
 */
export async function joinByLink(
	tx: Tx,
	actor: Actor,
	{ key, halfDays }: AppointmentWait
): Promise<string> {
	const { row, as } = await takeOwnAppointment(tx, actor, key);
	if (!can('move', row.state, as)) {
		throw new RuleBroken('forbidden-transition', { from: row.state, action: 'move' });
	}
	const id = row.applicationId
		? await enterRequest(tx, actor, row, halfDays)
		: await enterVisitor(tx, actor, row, halfDays);
	if (actor.kind === 'agent') {
		const subject = { subjectKind: 'waiting-entry', subjectId: id };
		const { applicationId } = row;
		await recordAudit(tx, actor, { action: 'join-waiting-list', applicationId, ...subject });
	}
	return id;
}

async function enterRequest(
	tx: Tx,
	actor: Actor,
	{ applicationId, counterId, motiveCode }: AppointmentRow,
	halfDays: readonly HalfDay[]
): Promise<string> {
	const [place] = await tx
		.select({ slug: counter.slug })
		.from(counter)
		.where(eq(counter.id, counterId));
	const wish = { motive: motiveCode, counter: place!.slug, halfDays };
	return enter(tx, actor, applicationId!, wish);
}

/** A visitor is known by their appointment alone: the entry follows it when it moves (carryContact). */
async function enterVisitor(
	tx: Tx,
	actor: Actor,
	{ id: appointmentId, counterId, motiveCode }: AppointmentRow,
	given: readonly HalfDay[]
): Promise<string> {
	const [contact] = await tx
		.select({ email: visitorContact.email, phone: visitorContact.phone })
		.from(visitorContact)
		.where(eq(visitorContact.appointmentId, appointmentId));
	if (!contact?.email && !contact?.phone) throw new RuleBroken('not-reachable');
	const halfDays = [...given];
	const [known] = await tx
		.update(waitingEntry)
		.set({ halfDays, counterId })
		.where(and(eq(waitingEntry.appointmentId, appointmentId), isNull(waitingEntry.endedAt)))
		.returning({ id: waitingEntry.id });
	if (known) return known.id;
	const [added] = await tx
		.insert(waitingEntry)
		.values({
			appointmentId,
			counterId,
			motiveCode,
			halfDays,
			createdAt: now(),
			createdBy: actorLabel(actor)
		})
		.returning({ id: waitingEntry.id });
	return added!.id;
}
