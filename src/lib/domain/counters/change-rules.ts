import type { CounterChange, OpeningDraft } from './changes.ts';
import type { DeskAbsence } from '../appointments/types.ts';

/** Names of broken rules, by the name of the field that breaks them. */
export type BrokenRules = Readonly<Record<string, string>>;

type Check = readonly [field: string, rule: string, isBroken: boolean];

const isBefore = (a: Temporal.PlainDate, b: Temporal.PlainDate) =>
	Temporal.PlainDate.compare(a, b) < 0;
const notBefore = (a: Temporal.PlainTime | null, b: Temporal.PlainTime | null) =>
	a !== null && b !== null && Temporal.PlainTime.compare(a, b) >= 0;

function openingChecks(opening: OpeningDraft, today: Temporal.PlainDate): Check[] {
	const { kind, weekday, day, everyWeeks, validFrom, validUntil } = opening;
	const weekly = kind === 'weekly';
	return [
		['endsAt', 'ends-before-start', notBefore(opening.startsAt, opening.endsAt)],
		['weekday', 'weekday-missing', weekly && weekday === null],
		['day', 'day-missing', !weekly && day === null],
		['day', 'day-is-past', !weekly && day !== null && isBefore(day, today)],
		// Without a first day nobody could say which week is the first of the turn.
		['validFrom', 'first-day-missing', weekly && everyWeeks > 1 && validFrom === null],
		['validUntil', 'days-reversed', !!validFrom && !!validUntil && isBefore(validUntil, validFrom)],
		['validUntil', 'day-is-past', weekly && !!validUntil && isBefore(validUntil, today)],
		['deskIds', 'desk-missing', opening.deskIds.length === 0],
		['motiveCodes', 'motive-missing', opening.motiveCodes.length === 0]
	];
}

function absenceChecks(absence: DeskAbsence, today: Temporal.PlainDate): Check[] {
	const { kind, weekday, fromDay, untilDay, startsAt, endsAt } = absence;
	return [
		['weekday', 'weekday-missing', kind === 'weekly' && weekday === null],
		['untilDay', 'days-reversed', untilDay !== null && isBefore(untilDay, fromDay)],
		['untilDay', 'day-is-past', untilDay !== null && isBefore(untilDay, today)],
		['untilDay', 'day-missing', kind === 'once' && untilDay === null],
		['endsAt', 'hours-half-given', (startsAt === null) !== (endsAt === null)],
		['endsAt', 'ends-before-start', notBefore(startsAt, endsAt)]
	];
}

function checksOf(change: CounterChange, today: Temporal.PlainDate): Check[] {
	switch (change.kind) {
		case 'add-opening':
		case 'change-opening':
			return openingChecks(change.opening, today);
		case 'add-closure': {
			const { fromDay, untilDay } = change.closure;
			return [
				['untilDay', 'days-reversed', isBefore(untilDay, fromDay)],
				['untilDay', 'day-is-past', isBefore(untilDay, today)]
			];
		}
		case 'add-desk-absence':
			return absenceChecks(change.absence, today);
		default:
			return [];
	}
}

/** What is wrong with a change, one rule a field (the first); empty when nothing is. Days are days in Paris. */
export function brokenRules(change: CounterChange, today: Temporal.PlainDate): BrokenRules {
	const found = checksOf(change, today).filter(([, , isBroken]) => isBroken);
	return Object.fromEntries(found.reverse().map(([field, rule]) => [field, rule]));
}
