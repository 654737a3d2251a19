import { sql } from 'drizzle-orm';

/**
 * The states in which an appointment takes its desk's time: word for word those of the exclusion constraint and of
 * the index `appointment_busy` (migrations 0001 and 0002). What the search calls free, the database must accept.
 */
export const DESK_TAKING_STATES = [
	'held',
	'booked',
	'arrived',
	'called',
	'in_interview',
	'received',
	'absent'
] as const;

/** As text of the query, not as parameters: so that the planner recognises the partial index. */
export const takesDesk = sql.raw(
	`appointment.state in (${DESK_TAKING_STATES.map((state) => `'${state}'`).join(', ')})`
);
