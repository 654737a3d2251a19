import { inArray } from 'drizzle-orm';
import { appointment } from '../db/schema/appointments.ts';

/**
 * The states in which an appointment takes its desk's time: word for word those of the exclusion constraint and of
 * the index `appointment_busy` (migrations 0001 and 0002). What the search calls free, the database must accept.
 */
const DESK_TAKING_STATES = [
	'held',
	'booked',
	'arrived',
	'called',
	'in_interview',
	'received',
	'absent'
] as const;

/** In the words of the partial index, so that the planner recognises it and history costs nothing. */
export const takesDesk = inArray(appointment.state, [...DESK_TAKING_STATES]);
