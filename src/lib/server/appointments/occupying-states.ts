import { inArray } from 'drizzle-orm';
import { OCCUPYING_STATES } from '../../domain/appointments/states.ts';
import { appointment } from '../db/schema/appointments.ts';

/**
 * The appointment takes its desk's time. The same states stand in the exclusion constraint and in the index
 * `appointment_busy` (migrations 0001 and 0002): what the search calls free, the database must accept.
 */
export const takesDesk = inArray(appointment.state, [...OCCUPYING_STATES]);
