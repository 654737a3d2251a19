import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anySearch } from '../../../../tests/support/appointments/random-agenda.ts';
import {
	distinctStarts,
	firstFreeDays,
	firstFreeSlots,
	freeSlots,
	isOffered,
	nearestSlots,
	nearestStarts
} from './free-slots.ts';
import { PARIS, parisDay, toMs } from './paris-time.ts';
import type { Slot, SlotSearch } from './types.ts';

const { compare } = Temporal.Instant;
const key = (slot: Slot) => `${slot.startsAt.toString()} ${slot.counterId} ${slot.deskId}`;
const keys = (slots: readonly Slot[]) => slots.map(key);

/** Asserts something of many random agendas; at least one must have something free. */
function ofEveryAgenda(check: (search: SlotSearch, slots: Slot[], pick: number) => void): void {
	let sum = 0;
	fc.assert(
		fc.property(anySearch, fc.nat(), (search, pick) => {
			const slots = freeSlots(search);
			sum += slots.length;
			check(search, slots, pick);
		}),
		{ numRuns: 150 }
	);
	expect(sum).toBeGreaterThan(0);
}

describe('whatever the agenda', () => {
	it('never gives a person a time that overlaps what is busy', () => {
		ofEveryAgenda((search, slots) => {
			for (const slot of slots) {
				const clash = search.busy.some(
					(each) =>
						each.deskId === slot.deskId &&
						toMs(each.from) < slot.occupiedUntil.epochMilliseconds &&
						slot.occupiedFrom.epochMilliseconds < toMs(each.until)
				);
				expect(clash).toBe(false);
			}
		});
	});

	it('never leaves the openings', () => {
		ofEveryAgenda((search, slots) => {
			for (const slot of slots) {
				const inside = search.openings.some((opening) => {
					const at = (plainTime: Temporal.PlainTime) =>
						slot.day.toZonedDateTime({ timeZone: PARIS, plainTime }).toInstant();
					return (
						opening.deskIds.includes(slot.deskId) &&
						compare(at(opening.startsAt), slot.startsAt) <= 0 &&
						compare(slot.endsAt, at(opening.endsAt)) <= 0
					);
				});
				expect(inside).toBe(true);
			}
		});
	});

	it('shows whoever is refused a time the nearest ones of each counter, as if all had been compared', () => {
		ofEveryAgenda((search, slots, pick) => {
			const wanted = slots.length
				? slots[pick % slots.length]!.startsAt.add({ minutes: (pick % 5) - 2 })
				: search.now;
			const most = (counterId: string) => (counterId === search.counterIds[0] ? 4 : 1);
			const nearest = nearestStarts(search, wanted, most);
			for (const counterId of new Set(search.counterIds)) {
				const all = distinctStarts(slots.filter((slot) => slot.counterId === counterId));
				const starts = (found: readonly { startsAt: Temporal.Instant; places: number }[]) =>
					found.map(({ startsAt, places }) => `${startsAt.toString()} ${places}`);
				expect(starts(nearest.get(counterId) ?? [])).toEqual(
					starts(nearestSlots(all, wanted, most(counterId)))
				);
			}
		});
	});

	it('gives a counter the same times alone as among all', () => {
		ofEveryAgenda((search, slots) => {
			for (const counterId of search.counterIds) {
				const alone = freeSlots({ ...search, counterIds: [counterId] });
				expect(keys(alone)).toEqual(keys(slots.filter((slot) => slot.counterId === counterId)));
			}
		});
	});

	it('gives a day the same times alone as among all', () => {
		ofEveryAgenda((search, slots, pick) => {
			const day = search.from.add({ days: pick % 14 });
			const alone = freeSlots({ ...search, from: day, until: day });
			expect(keys(alone)).toEqual(keys(slots.filter((slot) => slot.day.equals(day))));
		});
	});

	it('takes nothing away as time goes by but what comes too near', () => {
		ofEveryAgenda((search, slots, pick) => {
			const now = search.now.add({ seconds: pick % (7 * 86_400) });
			const earliest = now.add({ minutes: search.motive.minimumNoticeMinutes });
			const horizon = parisDay(search.now).add({ days: search.motive.horizonDays });
			const then = freeSlots({ ...search, now }).filter(
				(slot) => Temporal.PlainDate.compare(slot.day, horizon) <= 0
			);
			expect(keys(then)).toEqual(
				keys(slots.filter((slot) => compare(slot.startsAt, earliest) >= 0))
			);
		});
	});

	it('lists in order of start, no desk twice at one time', () => {
		ofEveryAgenda((_search, slots) => {
			const starts = slots.map((slot) => slot.startsAt.epochMilliseconds);
			expect(starts).toEqual(starts.toSorted((a, b) => a - b));
			expect(new Set(keys(slots)).size).toBe(slots.length);
		});
	});
});

describe('the other ways to ask', () => {
	it('gives the same first times as the whole list', () => {
		ofEveryAgenda((search, slots, pick) => {
			const n = 1 + (pick % 4);
			const starts = distinctStarts(slots);
			for (const [counterId, firsts] of firstFreeSlots(search, n)) {
				const expected = starts.filter((each) => each.counterId === counterId).slice(0, n);
				expect(firsts).toEqual(expected);
			}
		});
	});

	it('gives the same first days as the whole list, with all their times', () => {
		ofEveryAgenda((search, slots, pick) => {
			const n = 1 + (pick % 4);
			const starts = distinctStarts(slots);
			for (const counterId of new Set(search.counterIds)) {
				const here = starts.filter((each) => each.counterId === counterId);
				const days = [...Map.groupBy(here, ({ day }) => day.toString()).values()];
				const expected = days.slice(0, n).map((times) => ({ day: times[0]!.day, times }));
				expect(firstFreeDays(search, counterId, n)).toEqual(expected);
			}
		});
	});

	it('offers exactly what the list shows', () => {
		ofEveryAgenda((search, slots, pick) => {
			const starts = distinctStarts(slots);
			const start = starts[pick % Math.max(1, starts.length)];
			if (!start) return;
			expect(isOffered(search, start)).toEqual(start.deskIds);
			const beside = { ...start, startsAt: start.startsAt.add({ seconds: 1 }) };
			expect(isOffered(search, beside)).toEqual([]);
		});
	});
});
