import type { Actor } from '../../domain/accounts/actor.ts';
import { RuleBroken } from '../../domain/errors.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { announce } from './announce.ts';
import { checkForPerson, type Checked, type ForPerson } from './for-person.ts';
import { lockPerson } from './locks.ts';
import { bookedFor, closeOverdue, giveBack, holdOf, isSameVisit } from './own-appointments.ts';
import { takePlace } from './take-place.ts';

export type BookedForPerson = { appointmentId: string };

/**
 * An agent books for somebody, at the desk or on the telephone: openings for staff are proposed as well, without
 * notice. One upcoming appointment a person and motive, as for the public. The person is told, and the journal too.
 * Booking the same visit twice is one success.
 *
 * @throws as checkForPerson; RuleBroken `already-booked` (fact `appointmentId`), `time-taken`, `time-not-offered`
 */
export async function bookForPerson(
	tx: Tx,
	actor: Actor,
	input: ForPerson
): Promise<BookedForPerson> {
	const checked = await checkForPerson(tx, actor, input);
	const known = await makeWay(tx, checked, input);
	if (known) return { appointmentId: known };
	const { agent, motive, counter } = checked;
	const id = await takePlace(tx, agent, {
		motive: motive.code,
		counterId: counter.id,
		startsAt: input.startsAt,
		applicationId: input.applicationId,
		state: 'booked',
		others: { channel: input.channel }
	});
	await finish(tx, checked, input, { id, action: 'book-for-person' });
	return { appointmentId: id };
}

/**
 * From here on the person does nothing else at the same time. What was forgotten is closed, and a time that they hold
 * for the same motive is given back.
 * @returns the id of this very visit when it is booked already
 * @throws RuleBroken `already-booked`
 */
export async function makeWay(
	tx: Tx,
	{ agent, motive, counter }: Checked,
	{ applicationId, startsAt }: ForPerson
): Promise<string | null> {
	await lockPerson(tx, applicationId);
	await closeOverdue(tx, agent, applicationId);
	const known = await bookedFor(tx, applicationId, motive.code);
	if (known) {
		const asked = { counterId: counter.id, startsAt, motive: motive.code };
		if (isSameVisit(known, asked)) return known.id;
		throw new RuleBroken('already-booked', { appointmentId: known.id });
	}
	const hold = await holdOf(tx, applicationId);
	if (hold?.motiveCode === motive.code) await giveBack(tx, agent, hold);
	return null;
}

/** The message to the person, and the line of the journal. */
export async function finish(
	tx: Tx,
	{ agent, counter }: Checked,
	{ applicationId }: ForPerson,
	{ id, action }: { id: string; action: string }
): Promise<void> {
	await announce(tx, agent, id, 'booked');
	await recordAudit(tx, agent, {
		action,
		applicationId,
		subjectKind: 'appointment',
		subjectId: id,
		detail: { counter: counter.slug }
	});
}
