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
	const days = [];
	for (let index = 0; index < 7; index += 1) {
		const date = monday.add({ days: index });
		days.push({ day: date, appointments: await agendaOfDay(tx, actor, counterId, date) });
	}
	return days;
}
