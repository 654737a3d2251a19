import { sql, type SQL } from 'drizzle-orm';
import { appointment } from '../db/schema/appointments.ts';

/**
 * The appointment takes its desk's time (OCCUPYING_STATES). The same states stand in the exclusion constraint and in the
 * index `appointment_busy` (migrations 0001 and 0002): what the search calls free, the database must accept. They stand
 * in the text and are no parameters: PostgreSQL would plan each question anew to see that the index holds for them.
 */
export const takesDesk: SQL = sql`${appointment.state} in ('held', 'booked', 'arrived', 'called', 'in_interview', 'received', 'absent')`;
