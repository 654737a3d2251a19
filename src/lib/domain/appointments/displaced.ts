import { blockedByDesk, firstEndingAfter } from './blocked-times.ts';
import { openingsOn, planCounter, type CounterPlan } from './day-openings.ts';
import { calendarDays, onDial, parisDay, type CalendarDay } from './paris-time.ts';
import type { Agenda } from './types.ts';

/** What is asked of an appointment to know whether its counter still receives at that time. */
export interface PlannedVisit {
	readonly id: string;
	readonly counterId: string;
	readonly deskId: string;
	readonly motiveCode: string;
	readonly startsAt: Temporal.Instant;
	readonly endsAt: Temporal.Instant;
}

/** When counters receive, whoever has booked. */
export type Hours = Pick<Agenda, 'openings' | 'closures' | 'absences'>;

function isInside(visit: PlannedVisit, plan: CounterPlan, day: CalendarDay): boolean {
	return openingsOn(plan, day).some(
		({ opening, fromDial, untilDial }) =>
			opening.deskIds.includes(visit.deskId) &&
			opening.motiveCodes.includes(visit.motiveCode) &&
			onDial(day, fromDial) <= visit.startsAt.epochMilliseconds &&
			visit.endsAt.epochMilliseconds <= onDial(day, untilDial)
	);
}

function isAway(visit: PlannedVisit, day: CalendarDay, { absences }: Hours): boolean {
	const away = blockedByDesk(
		[],
		absences.filter(({ deskId }) => deskId === visit.deskId),
		[day]
	).get(visit.deskId);
	if (!away) return false;
	const next = away.from[firstEndingAfter(away, visit.startsAt.epochMilliseconds)];
	return next !== undefined && next < visit.endsAt.epochMilliseconds;
}

/**
 * The visits that no opening of their desk and motive holds whole, or during which their desk is away: to be moved.
 * Openings for staff count like the others: somebody of the staff put the person there. Buffers may stick out.
 */
export function visitsWithoutOpening<V extends PlannedVisit>(
	visits: readonly V[],
	hours: Hours
): V[] {
	const plans = new Map<string, CounterPlan>();
	return visits.filter((visit) => {
		const { counterId } = visit;
		const plan = plans.get(counterId) ?? planCounter(counterId, hours.openings, hours.closures);
		plans.set(counterId, plan);
		const date = parisDay(visit.startsAt);
		const [day] = calendarDays(date, date);
		return !day || !isInside(visit, plan, day) || isAway(visit, day, hours);
	});
}

/**
 * The visits that a change leaves without opening: those that had none before were put there on purpose, and nobody
 * is told twice.
 */
export function displacedVisits<V extends PlannedVisit>(
	visits: readonly V[],
	before: Hours,
	after: Hours
): V[] {
	const already = new Set(visitsWithoutOpening(visits, before));
	return visitsWithoutOpening(visits, after).filter((visit) => !already.has(visit));
}
