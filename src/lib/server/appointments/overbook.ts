import { and, count, inArray, sql } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { isOffered } from '../../domain/appointments/free-slots.ts';
import { overbookingReason } from '../../domain/appointments/overbooking.ts';
import { parisDay } from '../../domain/appointments/paris-time.ts';
import { RuleBroken } from '../../domain/errors.ts';
import { appointment } from '../db/schema/appointments.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { finish, makeWay, type BookedForPerson } from './book-for-person.ts';
import { checkForPerson, type Checked, type ForPerson } from './for-person.ts';
import { takesDesk } from './occupying-states.ts';
import { searchFor } from './offer.ts';
import { placeRow } from './place-row.ts';
import { writeHistory } from './write-state.ts';

export type Overbook = ForPerson & {
	/** Why, in the agent's words: 10 characters at least. Shown in the agenda. */
	reason: string;
};

/**
 * An agent lays an appointment over another on purpose. The time is one that the openings propose and that is taken at
 * every desk; the reason is kept in the row, in its history and in the agenda, and the act in the journal. The public
 * has no such act.
 *
 * @throws as checkForPerson; RuleBroken `overbooking-reason-too-short`, `already-booked`, `time-not-offered` for a time
 * that no opening proposes, `time-is-free` when a desk is free: it is then booked as usual
 */
export async function overbook(tx: Tx, actor: Actor, input: Overbook): Promise<BookedForPerson> {
	const checked = await checkForPerson(tx, actor, input);
	const reason = overbookingReason(input.reason);
	const known = await makeWay(tx, checked, input);
	if (known) return { appointmentId: known };
	const deskIds = await takenDesks(tx, checked, input);
	const deskId = await leastBusy(tx, checked, input, deskIds);
	const id = await lay(tx, checked, input, { deskId, reason });
	await finish(tx, checked, input, { id, action: 'overbook-for-person' });
	return { appointmentId: id };
}

async function takenDesks(tx: Tx, { agent, motive, counter }: Checked, { startsAt }: ForPerson) {
	const day = parisDay(startsAt);
	const look = { motive, counterIds: [counter.id], from: day, until: day };
	const search = await searchFor(tx, agent, look);
	const place = { counterId: counter.id, startsAt };
	if (isOffered(search, place).length > 0) throw new RuleBroken('time-is-free');
	const deskIds = isOffered({ ...search, busy: [] }, place);
	if (deskIds.length === 0) throw new RuleBroken('time-not-offered');
	return deskIds;
}

/** The desk with the fewest visits in that time, so that nobody waits for two others. */
async function leastBusy(
	tx: Tx,
	{ motive }: Checked,
	{ startsAt }: ForPerson,
	deskIds: readonly string[]
): Promise<string> {
	const endsAt = startsAt.add({ minutes: motive.durationMinutes });
	const busy = await tx
		.select({ deskId: appointment.deskId, visits: count() })
		.from(appointment)
		.where(
			and(
				inArray(appointment.deskId, [...deskIds]),
				takesDesk,
				sql`${appointment.occupiedFrom} < ${endsAt.toString()} and ${appointment.occupiedUntil} > ${startsAt.toString()}`
			)
		)
		.groupBy(appointment.deskId);
	const visits = new Map(busy.map((row) => [row.deskId, row.visits]));
	return [...deskIds].sort((a, b) => (visits.get(a) ?? 0) - (visits.get(b) ?? 0))[0]!;
}

async function lay(
	tx: Tx,
	{ agent, motive, counter }: Checked,
	{ applicationId, startsAt, channel }: ForPerson,
	over: { deskId: string; reason: string }
): Promise<string> {
	const others = { channel, overbookingReason: over.reason };
	const visit = {
		counterId: counter.id,
		startsAt,
		applicationId,
		state: 'booked',
		others
	} as const;
	const row = placeRow(agent, { ...visit, motive: motive.code }, motive, over.deskId);
	const [laid] = await tx
		.insert(appointment)
		.values(row)
		.onConflictDoNothing()
		.returning({ id: appointment.id });
	// Outside the exclusion: only a second appointment of the same person can stand in the way.
	if (!laid) throw new RuleBroken('already-booked');
	await writeHistory(tx, agent, [{ id: row.id, from: null, to: 'booked', reason: over.reason }]);
	return row.id;
}
