import { sql, type SQL } from 'drizzle-orm';
import { OCCUPYING_STATES } from '../../domain/appointments/states.ts';
import { appointment } from '../db/schema/appointments.ts';

/** As SQL lists them. */
export const OCCUPYING_STATES_IN_SQL = OCCUPYING_STATES.map((state) => `'${state}'`).join(', ');

/**
 * The appointment takes its desk's time. The same states stand in the exclusion constraint and in the index
 * `appointment_busy` (migrations 0001 and 0002): what the search calls free, the database must accept. They stand in the
 * text and are no parameters: PostgreSQL would plan each question anew to see that the index holds for them.
 */
export const takesDesk: SQL = sql`${appointment.state} in (${sql.raw(OCCUPYING_STATES_IN_SQL)})`;
