import type { Actor } from '../../domain/accounts/actor.ts';
import { visitsWithoutOpening } from '../../domain/appointments/displaced.ts';
import type { CounterSettings } from '../../domain/counters/settings.ts';
import { countersWithoutTime } from '../appointments/counters-without-time.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { absenceRates, type AbsenceRate } from './absence-rates.ts';
import { counterToEdit, type CounterToEdit } from './counter-agenda.ts';
import { settingsOf } from './counter-settings.ts';
import { plannedVisits, type PlannedVisitRow } from './planned-visits.ts';

export type CounterSheet = CounterToEdit & {
	settings: CounterSettings & { hasFeed: boolean };
	/** Appointments that no opening holds: to be moved. */
	toMove: PlannedVisitRow[];
	/** Nothing is proposed to the public within the days of the counter's setting. */
	isWithoutTime: boolean;
	/** Null below 11 appointments. */
	absences: AbsenceRate | null;
};

/** All that the staff of a counter see of its times, and what needs their attention. @throws as counterToEdit */
export async function counterSheet(tx: Tx, actor: Actor, slug: string): Promise<CounterSheet> {
	const known = await counterToEdit(tx, actor, slug);
	const without = await countersWithoutTime(tx, actor);
	const rates = await absenceRates(tx, actor);
	return {
		...known,
		settings: await settingsOf(tx, known.counter.id),
		toMove: visitsWithoutOpening(await plannedVisits(tx, known.counter.id), known.agenda),
		isWithoutTime: without.some((each) => each.slug === slug),
		absences: rates.find((rate) => rate.slug === slug) ?? null
	};
}
