import { describe, expect, it } from 'vitest';
import { freeSlots } from './free-slots.ts';
import {
	dated,
	day,
	daysOf,
	hours,
	paris,
	search,
	time,
	weekly,
	written
} from '../../../../tests/support/appointments/sample-agenda.ts';
import type { SlotSearch } from './types.ts';

/** Days with a slot between two days, asked on the first of them at midnight. */
function openDays(from: string, until: string, changes: Partial<SlotSearch>): string[] {
	const now = paris(`${from}T00:00`);
	return daysOf(freeSlots(search({ from: day(from), until: day(until), now, ...changes })));
}

describe('weekly openings', () => {
	it('receives on the same weekday from the first day to the last, both included', () => {
		const openings = [weekly({ validFrom: day('2026-11-10'), validUntil: day('2026-11-24') })];
		expect(openDays('2026-11-01', '2026-12-05', { openings })).toEqual([
			'2026-11-10',
			'2026-11-17',
			'2026-11-24'
		]);
	});

	it('begins and ends within a week when its dates say so', () => {
		const openings = [weekly({ validFrom: day('2026-11-11'), validUntil: day('2026-11-23') })];
		expect(openDays('2026-11-01', '2026-12-05', { openings })).toEqual(['2026-11-17']);
	});

	it('receives every second week, counted from the week of its first day', () => {
		// The first day is a Thursday: the Tuesday of that week is before it, but its week counts.
		const openings = [weekly({ everyWeeks: 2, validFrom: day('2026-11-05') })];
		expect(openDays('2026-11-01', '2026-12-20', { openings })).toEqual([
			'2026-11-17',
			'2026-12-01',
			'2026-12-15'
		]);
	});

	it('keeps every third week over the new year and over a clock change', () => {
		const openings = [weekly({ everyWeeks: 3, validFrom: day('2026-12-08') })];
		expect(openDays('2026-12-20', '2027-02-10', { openings })).toEqual([
			'2026-12-29',
			'2027-01-19',
			'2027-02-09'
		]);
		const autumn = [weekly({ everyWeeks: 2, validFrom: day('2026-10-13') })];
		expect(openDays('2026-10-12', '2026-11-12', { openings: autumn })).toEqual([
			'2026-10-13',
			'2026-10-27',
			'2026-11-10'
		]);
	});

	it('receives on 29 February when that is its weekday', () => {
		const openings = [weekly()];
		expect(openDays('2028-02-25', '2028-03-08', { openings })).toEqual([
			'2028-02-29',
			'2028-03-07'
		]);
	});
});

describe('public holidays', () => {
	const monday = { from: day('2027-03-29'), until: day('2027-03-29') };
	const now = paris('2027-03-22T09:00');

	it('closes weekly openings on Easter Monday, for agents too', () => {
		const openings = [weekly({ weekday: 1 })];
		expect(freeSlots(search({ openings, now, ...monday }))).toEqual([]);
		expect(freeSlots(search({ openings, now, ...monday, audience: 'staff' }))).toEqual([]);
		expect(openDays('2027-03-22', '2027-04-05', { openings })).toEqual([
			'2027-03-22',
			'2027-04-05'
		]);
	});

	it('keeps an opening that somebody set on that very day', () => {
		const once = [weekly({ weekday: 1 }), dated('once', '2027-03-29', { endsAt: time('10:00') })];
		expect(hours(freeSlots(search({ openings: once, now, ...monday })))).toEqual([
			'09:00',
			'09:30'
		]);
		const override = [weekly({ weekday: 1 }), dated('override', '2027-03-29')];
		expect(freeSlots(search({ openings: override, now, ...monday }))).toHaveLength(4);
	});
});

describe('dated hours', () => {
	it('replaces all weekly openings of that counter on that day, in several blocks', () => {
		const openings = [
			weekly(),
			weekly({
				id: 'second desk',
				deskIds: ['d2'],
				startsAt: time('14:00'),
				endsAt: time('16:00')
			}),
			dated('override', '2026-11-24', { startsAt: time('08:00'), endsAt: time('08:30') }),
			dated('override', '2026-11-24', { startsAt: time('17:00'), endsAt: time('17:30') })
		];
		expect(hours(freeSlots(search({ openings })))).toEqual(['08:00', '17:00']);
		const weekAfter = { from: day('2026-12-01'), until: day('2026-12-01') };
		expect(freeSlots(search({ openings, ...weekAfter }))).toHaveLength(8);
	});

	it('replaces the hours for every motive, also those it does not take', () => {
		const openings = [weekly(), dated('override', '2026-11-24', { motiveCodes: ['papers'] })];
		expect(freeSlots(search({ openings }))).toEqual([]);
	});

	it('leaves other counters alone', () => {
		const openings = [
			weekly(),
			dated('override', '2026-11-24', { counterId: 'c2', deskIds: ['e1'] })
		];
		expect(freeSlots(search({ openings }))).toHaveLength(4);
	});

	it('adds a one-off opening to the usual hours', () => {
		const changes = { startsAt: time('14:00'), endsAt: time('14:30') };
		const openings = [weekly(), dated('once', '2026-11-24', changes)];
		expect(hours(freeSlots(search({ openings }))).at(-1)).toBe('14:00');
		expect(freeSlots(search({ openings }))).toHaveLength(5);
	});
});

describe('closures', () => {
	it('closes a counter on the first and the last day, and not on the days beside', () => {
		const openings = ([1, 2, 3, 4, 5] as const).map((weekday) => weekly({ weekday }));
		const closures = [
			{ counterId: 'c1', fromDay: day('2026-11-24'), untilDay: day('2026-11-25') },
			{ counterId: 'c2', fromDay: day('2026-11-23'), untilDay: day('2026-11-27') }
		];
		expect(openDays('2026-11-23', '2026-11-27', { openings, closures })).toEqual([
			'2026-11-23',
			'2026-11-26',
			'2026-11-27'
		]);
	});

	it('closes dated openings as well', () => {
		const openings = [dated('once', '2026-11-24'), dated('override', '2026-11-24')];
		const closures = [{ counterId: 'c1', fromDay: day('2026-11-24'), untilDay: day('2026-11-24') }];
		expect(written(freeSlots(search({ openings, closures })))).toEqual([]);
		expect(freeSlots(search({ openings }))).toHaveLength(4);
	});
});
