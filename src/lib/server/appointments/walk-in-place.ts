import { and, asc, count, eq, sql } from 'drizzle-orm';
import { actorLabel, type Agent } from '../../domain/accounts/actor.ts';
import { firstFreeSlots } from '../../domain/appointments/free-slots.ts';
import { parisDay } from '../../domain/appointments/paris-time.ts';
import { RuleBroken } from '../../domain/errors.ts';
import { now } from '../clock.ts';
import { appointment } from '../db/schema/appointments.ts';
import { desk } from '../db/schema/counters.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { takesDesk } from './occupying-states.ts';
import { searchFor, type MotiveRow } from './offer.ts';

export type Walk = {
	applicationId: string | null;
	motive: MotiveRow;
	counterId: string;
	/** Why they are received although no desk has time: outside the rules, on purpose. */
	reason: string | null;
};

/** Where a walk-in sits, and from when. */
export type Seat = { id: string; startsAt: Temporal.Instant; reason: string | null };

/** Somebody books a place on the web while we look: we look again. More than this often is a fault. */
const TRIES = 5;

/**
 * Writes the visit at the desk that is free now, else at the one with the shortest wait today. Only when none has time
 * does a reason lay it over what is there.
 * @throws RuleBroken `no-desk-today`
 */
export async function placeNow(tx: Tx, agent: Agent, walk: Walk): Promise<Seat> {
	for (let tries = 0; tries < TRIES; tries++) {
		const free = await shortestWait(tx, agent, walk);
		if (!free) break;
		for (const deskId of free.deskIds) {
			const seat = { deskId, startsAt: free.startsAt, reason: null };
			const id = await sit(tx, agent, walk, seat);
			if (id) return { id, startsAt: free.startsAt, reason: null };
		}
	}
	if (!walk.reason) throw new RuleBroken('no-desk-today');
	const seat = {
		deskId: await quietestDesk(tx, walk),
		startsAt: thisMinute(),
		reason: walk.reason
	};
	const id = await sit(tx, agent, walk, seat);
	if (!id) throw new RuleBroken('no-desk-today');
	return { id, startsAt: seat.startsAt, reason: seat.reason };
}

/**
 * The first minute of today from which a desk is open and free for the whole visit. A walk-in starts at any minute, not
 * on the grid of the times that are proposed, and is outside the daily limit of the motive: they are there.
 */
async function shortestWait(tx: Tx, agent: Agent, { motive, counterId, applicationId }: Walk) {
	const day = parisDay(now());
	const anyMinute = { ...motive, stepMinutes: 1, maxPerDayAndDesk: null, bufferBeforeMinutes: 0 };
	const look = { motive: anyMinute, counterIds: [counterId], from: day, until: day };
	const search = await searchFor(tx, agent, { ...look, holdsOf: applicationId });
	return firstFreeSlots(search, 1).get(counterId)?.[0] ?? null;
}

/** The active desk with the fewest visits around now, whether it is open or not: the agent says that it is. */
async function quietestDesk(tx: Tx, { counterId, motive }: Walk): Promise<string> {
	const from = thisMinute();
	const until = from.add({ minutes: motive.durationMinutes });
	const [found] = await tx
		.select({ id: desk.id, visits: count(appointment.id) })
		.from(desk)
		.leftJoin(
			appointment,
			and(
				eq(appointment.deskId, desk.id),
				takesDesk,
				sql`${appointment.occupiedFrom} < ${until.toString()} and ${appointment.occupiedUntil} > ${from.toString()}`
			)
		)
		.where(and(eq(desk.counterId, counterId), eq(desk.active, true)))
		.groupBy(desk.id, desk.name)
		.orderBy(asc(count(appointment.id)), asc(desk.name))
		.limit(1);
	if (!found) throw new RuleBroken('no-desk-today');
	return found.id;
}

/** @returns the id, or null when somebody took the desk meanwhile */
async function sit(
	tx: Tx,
	agent: Agent,
	{ motive, counterId, applicationId }: Walk,
	seat: { deskId: string; startsAt: Temporal.Instant; reason: string | null }
): Promise<string | null> {
	const endsAt = seat.startsAt.add({ minutes: motive.durationMinutes });
	const at = now();
	const [taken] = await tx
		.insert(appointment)
		.values({
			counterId,
			deskId: seat.deskId,
			motiveCode: motive.code,
			applicationId,
			startsAt: seat.startsAt,
			endsAt,
			occupiedFrom: seat.startsAt,
			occupiedUntil: endsAt.add({ minutes: motive.bufferAfterMinutes }),
			state: 'arrived',
			// They stand at the desk, whatever the motive allows on other days.
			channel: 'on_site',
			walkIn: true,
			overbookingReason: seat.reason,
			confirmedAt: at,
			createdAt: at,
			updatedAt: at,
			createdBy: actorLabel(agent)
		})
		.onConflictDoNothing()
		.returning({ id: appointment.id });
	return taken?.id ?? null;
}

function thisMinute(): Temporal.Instant {
	return now().round({ smallestUnit: 'minute', roundingMode: 'floor' });
}
