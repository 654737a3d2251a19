import { and, eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { can } from '../../domain/appointments/states.ts';
import { brokenWindow } from '../../domain/appointments/windows.ts';
import { NotFound, RuleBroken } from '../../domain/errors.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { now } from '../clock.ts';
import { windowsOf } from '../counters/counter-settings.ts';
import { motive } from '../db/schema/counters.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { announce } from './announce.ts';
import type { Booked } from './book-appointment.ts';
import { takeOwnAppointment, type AppointmentKey, type Found } from './find-own-appointment.ts';
import { linkToken } from './links.ts';
import { counterFor, type MotiveRow } from './offer.ts';
import { isSameVisit, type AppointmentRow } from './own-appointments.ts';
import { successorOf } from './successor.ts';
import { takePlace } from './take-place.ts';
import { carryContact } from './visitor-take.ts';
import { writeState } from './write-state.ts';

export type MoveInput = AppointmentKey & {
	/** Slug of the counter of the new time. */
	counter: string;
	startsAt: Temporal.Instant;
};

/**
 * Moves an appointment to another time, at the same counter or another, for the same motive. The old place is given
 * back and the new one taken together: when the new one is gone, the old one is still there. Moving twice to the same
 * time is one success.
 *
 * @throws NotFound for a stranger's appointment; RuleBroken `forbidden-transition` from a state that cannot be moved,
 * `too-late-to-move`, `time-taken`, `time-not-offered`
 */
export async function moveAppointment(tx: Tx, actor: Actor, input: MoveInput): Promise<Booked> {
	const found = await takeOwnAppointment(tx, actor, input);
	const { id: counterId } = await counterFor(tx, input.counter);
	const target = { counterId, startsAt: input.startsAt };
	const done = await alreadyThere(tx, found.row, { ...target, motive: found.row.motiveCode });
	if (done) return { appointmentId: done, token: linkToken(done) };
	await requireMovable(tx, found);
	const wanted = await motiveOf(tx, found.row.motiveCode);
	// A savepoint: whoever calls, a place that is gone takes nothing away.
	const id = await tx.transaction((inner) =>
		exchange(inner, actor, found.row, { ...target, motive: wanted })
	);
	await announce(tx, actor, id, 'moved');
	if (actor.kind === 'agent') {
		const subject = {
			subjectKind: 'appointment',
			subjectId: id,
			applicationId: found.row.applicationId
		};
		await recordAudit(tx, actor, { action: 'move-appointment', ...subject });
	}
	return { appointmentId: id, token: linkToken(id) };
}

type Target = { motive: MotiveRow; counterId: string; startsAt: Temporal.Instant };

async function exchange(
	tx: Tx,
	actor: Actor,
	old: AppointmentRow,
	target: Target
): Promise<string> {
	// First the old one: the database allows one upcoming appointment a person and motive.
	await writeState(tx, actor, { id: old.id, from: old.state, to: 'moved' });
	const id = await takePlace(tx, actor, {
		...target,
		motive: target.motive.code,
		applicationId: old.applicationId,
		exceptId: old.id,
		state: 'booked',
		reason: 'moved',
		others: {
			movedFromId: old.id,
			channel: old.channel,
			helperKind: old.helperKind,
			helperName: old.helperName,
			sequence: old.sequence + 1
		}
	});
	await carryContact(tx, old.id, id);
	return id;
}

/** A second tap: the appointment already stands at that time, or was moved there. */
async function alreadyThere(tx: Tx, row: AppointmentRow, asked: Parameters<typeof isSameVisit>[1]) {
	if (row.state === 'booked' && isSameVisit(row, asked)) return row.id;
	if (row.state !== 'moved') return null;
	const next = await successorOf(tx, row);
	return next?.state === 'booked' && isSameVisit(next, asked) ? next.id : null;
}

async function requireMovable(tx: Tx, { row, as }: Found): Promise<void> {
	if (!can('move', row.state, as)) {
		throw new RuleBroken('forbidden-transition', { from: row.state, action: 'move' });
	}
	const broken = brokenWindow('move', as, row, now(), await windowsOf(tx, row.counterId));
	if (broken) throw new RuleBroken(broken);
}

/** Its motive, whoever may book it today: what somebody has, they may move. */
async function motiveOf(tx: Tx, code: string): Promise<MotiveRow> {
	const [found] = await tx
		.select()
		.from(motive)
		.where(and(eq(motive.code, code), eq(motive.active, true)));
	if (!found) throw new NotFound('motive');
	return found;
}
