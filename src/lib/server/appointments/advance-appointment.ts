import { and, eq, sql } from 'drizzle-orm';
import type { Actor, Agent } from '../../domain/accounts/actor.ts';
import { isLive } from '../../domain/applications/states.ts';
import { parisDay } from '../../domain/appointments/paris-time.ts';
import {
	can,
	nextState,
	type AppointmentAction,
	type AppointmentState
} from '../../domain/appointments/states.ts';
import { brokenWindow } from '../../domain/appointments/windows.ts';
import { NotFound, RuleBroken } from '../../domain/errors.ts';
import { recordEvent } from '../applications/record-event.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { now } from '../clock.ts';
import { application, applicationEvent } from '../db/schema/applications.ts';
import { counter } from '../db/schema/counters.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { takeOwnAppointment } from './find-own-appointment.ts';
import { bookedFor, type AppointmentRow } from './own-appointments.ts';
import { writeState } from './write-state.ts';

/** What an agent does at the counter, in the order of a visit. */
export const COUNTER_ACTIONS = [
	'arrive',
	'call',
	'start',
	'receive',
	'mark-absent',
	'undo'
] as const;
export type CounterAction = (typeof COUNTER_ACTIONS)[number] & AppointmentAction;

export type AdvanceInput = { id: string; action: CounterAction };

/**
 * Writes down what happens at the counter. "Received" enters the request's own history too, so that the applicant
 * sees it: being received within the delay is a right (CCH L441-2-8 I).
 *
 * @returns the new state
 * @throws NotFound unless an agent of this counter, or the head of service, acts; RuleBroken `forbidden-transition`,
 * `only-on-its-day`, `not-before-its-day`, `not-before-its-start`, or `already-booked` when taking back would give the
 * person two appointments for one motive
 */
export async function advanceAppointment(
	tx: Tx,
	actor: Actor,
	input: AdvanceInput
): Promise<AppointmentState> {
	if (actor.kind !== 'agent') throw new NotFound('appointment');
	const { row } = await takeOwnAppointment(tx, actor, { id: input.id });
	const to = await allowed(tx, row, input.action);
	await writeState(tx, actor, { id: row.id, from: row.state, to });
	if (to === 'received') await recordInterview(tx, actor, row);
	await recordAudit(tx, actor, {
		action: `${input.action}-appointment`,
		applicationId: row.applicationId,
		subjectKind: 'appointment',
		subjectId: row.id,
		detail: { from: row.state, to }
	});
	return to;
}

async function allowed(
	tx: Tx,
	row: AppointmentRow,
	action: CounterAction
): Promise<AppointmentState> {
	const to = nextState(action, row.state);
	if (to === null || !can(action, row.state, 'agent')) {
		throw new RuleBroken('forbidden-transition', { from: row.state, action });
	}
	const broken = brokenWindow(action, 'agent', row, now());
	if (broken) throw new RuleBroken(broken);
	if (
		to === 'booked' &&
		row.applicationId &&
		(await bookedFor(tx, row.applicationId, row.motiveCode))
	) {
		throw new RuleBroken('already-booked');
	}
	return to;
}

/** Once an appointment, also when a slip was taken back in between: the history is only ever added to. */
async function recordInterview(tx: Tx, actor: Agent, row: AppointmentRow): Promise<void> {
	if (!row.applicationId || !(await isLiveRequest(tx, row.applicationId))) return;
	const known = await tx.$count(
		applicationEvent,
		and(
			eq(applicationEvent.applicationId, row.applicationId),
			eq(applicationEvent.kind, 'interviewed'),
			sql`${applicationEvent.detail} ->> 'appointmentId' = ${row.id}`
		)
	);
	if (known > 0) return;
	const [place] = await tx
		.select({ name: counter.name })
		.from(counter)
		.where(eq(counter.id, row.counterId));
	await recordEvent(tx, actor, {
		applicationId: row.applicationId,
		kind: 'interviewed',
		occurredOn: parisDay(row.startsAt),
		origin: 'counter',
		author: place?.name ?? '',
		detail: { appointmentId: row.id, motive: row.motiveCode }
	});
}

/** Somebody whose request is struck off may come and be received: nothing is then added to it. */
async function isLiveRequest(tx: Tx, applicationId: string): Promise<boolean> {
	const [found] = await tx
		.select({ state: application.state })
		.from(application)
		.where(eq(application.id, applicationId));
	return found !== undefined && isLive(found.state);
}
