import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anySearch } from '../../../../tests/support/appointments/random-agenda.ts';
import { freeSlots } from './free-slots.ts';
import { PARIS, parisDay } from './paris-time.ts';
import { publicHolidayOn } from './public-holidays.ts';
import type { DeskAbsence, Moment, Opening, SlotSearch } from './types.ts';

/** The rules written a second time, the slow way: no numbers, no order, every step of every day asked. */

type Range = readonly [Temporal.Instant, Temporal.Instant];
type Day = Temporal.PlainDate;

const { compare } = Temporal.Instant;
const isUpTo = (a: Day, b: Day) => Temporal.PlainDate.compare(a, b) <= 0;
const toInstant = (at: Moment) =>
	typeof at === 'number' ? Temporal.Instant.fromEpochMilliseconds(at) : at;
const onDay = (day: Day, plainTime?: Temporal.PlainTime) =>
	day.toZonedDateTime({ timeZone: PARIS, plainTime }).toInstant();
const overlap = (a: Range, b: Range) => compare(a[0], b[1]) < 0 && compare(b[0], a[1]) < 0;

function isInTurn(day: Day, first: Day | null, everyWeeks: number): boolean {
	if (everyWeeks === 1) return true;
	const monday = (date: Day) => date.subtract({ days: date.dayOfWeek - 1 });
	const anchor = monday(first ?? new Temporal.PlainDate(1970, 1, 1));
	return anchor.until(monday(day), { largestUnit: 'week' }).weeks % everyWeeks === 0;
}

function isOpen(opening: Opening, day: Day, search: SlotSearch): boolean {
	const { counterId, kind, validFrom, validUntil } = opening;
	const isClosed = search.closures.some(
		(each) =>
			each.counterId === counterId && isUpTo(each.fromDay, day) && isUpTo(day, each.untilDay)
	);
	if (isClosed) return false;
	if (kind !== 'weekly') return opening.day?.equals(day) ?? false;
	const isReplaced = search.openings.some(
		(each) => each.kind === 'override' && each.counterId === counterId && each.day?.equals(day)
	);
	return (
		!isReplaced &&
		publicHolidayOn(day) === null &&
		opening.weekday === day.dayOfWeek &&
		(!validFrom || isUpTo(validFrom, day)) &&
		(!validUntil || isUpTo(day, validUntil)) &&
		isInTurn(day, validFrom, opening.everyWeeks)
	);
}

function isAbsent(absence: DeskAbsence, range: Range, day: Day): boolean {
	return [-1, 0, 1].some((days) => {
		const on = day.add({ days });
		const last = absence.untilDay ?? (absence.kind === 'once' ? absence.fromDay : on);
		if (!isUpTo(absence.fromDay, on) || !isUpTo(on, last)) return false;
		const isItsWeekday =
			absence.weekday === on.dayOfWeek && isInTurn(on, absence.fromDay, absence.everyWeeks);
		if (absence.kind === 'weekly' && !isItsWeekday) return false;
		const until = absence.endsAt ? onDay(on, absence.endsAt) : onDay(on.add({ days: 1 }));
		const taken: Range = [onDay(on, absence.startsAt ?? undefined), until];
		return compare(...taken) < 0 && overlap(taken, range);
	});
}

function isFree(search: SlotSearch, deskId: string, start: Temporal.Instant, day: Day): boolean {
	const { motive, now, busy, absences } = search;
	const end = start.add({ minutes: motive.durationMinutes });
	const range: Range = [
		start.subtract({ minutes: motive.bufferBeforeMinutes }),
		end.add({ minutes: motive.bufferAfterMinutes })
	];
	const ofDesk = busy.filter((each) => each.deskId === deskId);
	const sameDay = ofDesk.filter(
		(each) => each.motiveCode === motive.code && String(each.day) === day.toString()
	);
	return (
		compare(start, now.add({ minutes: motive.minimumNoticeMinutes })) >= 0 &&
		isUpTo(day, parisDay(now).add({ days: motive.horizonDays })) &&
		sameDay.length < (motive.maxPerDayAndDesk ?? Infinity) &&
		!ofDesk.some((each) => overlap([toInstant(each.from), toInstant(each.until)], range)) &&
		!absences.some((each) => each.deskId === deskId && isAbsent(each, range, day))
	);
}

function expected(search: SlotSearch): Set<string> {
	const { motive, audience } = search;
	const found = new Set<string>();
	for (let day = search.from; isUpTo(day, search.until); day = day.add({ days: 1 })) {
		for (const opening of search.openings) {
			const isFor =
				opening.motiveCodes.includes(motive.code) &&
				(audience === 'staff' || opening.audience === 'public');
			if (!isFor || !isOpen(opening, day, search)) continue;
			const until = onDay(day, opening.endsAt).subtract({ minutes: motive.durationMinutes });
			let start = onDay(day, opening.startsAt);
			for (; compare(start, until) <= 0; start = start.add({ minutes: motive.stepMinutes })) {
				for (const deskId of opening.deskIds) {
					if (isFree(search, deskId, start, day)) found.add(`${deskId} ${start.toString()}`);
				}
			}
		}
	}
	return found;
}

it('gives a person all the times that the rules allow, and no other', () => {
	let sum = 0;
	fc.assert(
		fc.property(anySearch, (search) => {
			const slots = freeSlots(search).map((slot) => `${slot.deskId} ${slot.startsAt.toString()}`);
			sum += slots.length;
			expect(slots.toSorted()).toEqual([...expected(search)].toSorted());
		}),
		{ numRuns: 200 }
	);
	// Agendas with nothing free would prove nothing.
	expect(sum).toBeGreaterThan(200);
});
