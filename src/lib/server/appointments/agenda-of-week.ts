import type { Actor } from '../../domain/accounts/actor.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { agendaOfDay } from './queries.ts';

/**
 * Monday to Sunday of the week that holds `day`, each with its appointments in order of time.
 * @throws NotFound for a counter that is not this agent's
 */
export async function agendaOfWeek(
	tx: Tx,
	actor: Actor,
	counterId: string,
	day: Temporal.PlainDate
) {
	const monday = day.subtract({ days: day.dayOfWeek - 1 });
	const days = [0, 1, 2, 3, 4, 5, 6].map((days) => monday.add({ days }));
	return Promise.all(
		days.map(async (day) => ({ day, appointments: await agendaOfDay(tx, actor, counterId, day) }))
	);
}
