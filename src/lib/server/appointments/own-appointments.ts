import { and, eq, inArray, lte } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { now } from '../clock.ts';
import { built, type Given } from '../db/built.ts';
import { appointment } from '../db/schema/appointments.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { writeHistory, writeState } from './write-state.ts';

export type AppointmentRow = typeof appointment.$inferSelect;

/**
 * Closes appointments of this person whose end has passed without anybody writing down what came of them: they must
 * neither count as an absence nor stop the person from booking again.
 */
export async function closeOverdue(tx: Tx, actor: Actor, applicationId: string): Promise<void> {
	const closed = await tx
		.update(appointment)
		.set({ state: 'unrecorded', updatedAt: now() })
		.where(
			and(
				eq(appointment.applicationId, applicationId),
				eq(appointment.state, 'booked'),
				lte(appointment.endsAt, now())
			)
		)
		.returning({ id: appointment.id });
	await writeHistory(
		tx,
		actor,
		closed.map(({ id }) => ({
			id,
			from: 'booked',
			to: 'unrecorded',
			reason: 'nothing was written down'
		}))
	);
}

/**
 * What stands in the way of a booking, in one look: the appointment this person has for a motive, and the time they
 * hold, run out or not. Closes what is overdue first.
 */
export async function standingOf(tx: Tx, actor: Actor, applicationId: string, motiveCode: string) {
	const read = () => standing(tx, { applicationId });
	let rows = await read();
	const isOverdue = ({ state, endsAt }: AppointmentRow) =>
		state === 'booked' && Temporal.Instant.compare(endsAt, now()) <= 0;
	if (rows.some(isOverdue)) {
		await closeOverdue(tx, actor, applicationId);
		rows = await read();
	}
	return {
		booked: rows.find((row) => row.state === 'booked' && row.motiveCode === motiveCode) ?? null,
		hold: rows.find(({ state }) => state === 'held') ?? null
	};
}

const standing = built((tx, { applicationId }: Given<'applicationId'>) =>
	tx
		.select()
		.from(appointment)
		.where(
			and(
				eq(appointment.applicationId, applicationId),
				inArray(appointment.state, ['booked', 'held'])
			)
		)
);

/** The appointment this person has for a motive, perhaps a forgotten one: the database allows one at most. */
export async function bookedFor(
	tx: Tx,
	applicationId: string,
	motiveCode: string
): Promise<AppointmentRow | null> {
	const [found] = await tx
		.select()
		.from(appointment)
		.where(
			and(
				eq(appointment.applicationId, applicationId),
				eq(appointment.motiveCode, motiveCode),
				eq(appointment.state, 'booked')
			)
		);
	return found ?? null;
}

/** The time this person holds, run out or not. */
export async function holdOf(tx: Tx, applicationId: string): Promise<AppointmentRow | null> {
	const [found] = await tx
		.select()
		.from(appointment)
		.where(and(eq(appointment.applicationId, applicationId), eq(appointment.state, 'held')));
	return found ?? null;
}

/** Gives a held time back. */
export async function giveBack(
	tx: Tx,
	actor: Actor,
	hold: Pick<AppointmentRow, 'id'>
): Promise<void> {
	await writeState(tx, actor, { id: hold.id, from: 'held', to: 'expired', reason: 'released' });
}

/** Whether a row is this very visit: same counter, same start, same motive. */
export function isSameVisit(
	row: Pick<AppointmentRow, 'counterId' | 'startsAt' | 'motiveCode'>,
	asked: { counterId: string; startsAt: Temporal.Instant; motive: string }
): boolean {
	return (
		row.counterId === asked.counterId &&
		row.motiveCode === asked.motive &&
		row.startsAt.equals(asked.startsAt)
	);
}
