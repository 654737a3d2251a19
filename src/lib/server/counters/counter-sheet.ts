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
	const [known, without, rates] = await Promise.all([
		counterToEdit(tx, actor, slug),
		countersWithoutTime(tx, actor),
		absenceRates(tx, actor)
	]);
	const [settings, planned] = await Promise.all([
		settingsOf(tx, known.counter.id),
		plannedVisits(tx, known.counter.id)
	]);
	return {
		...known,
		settings,
		toMove: visitsWithoutOpening(planned, known.agenda),
		isWithoutTime: without.some((each) => each.slug === slug),
		absences: rates.find((rate) => rate.slug === slug) ?? null
	};
}
