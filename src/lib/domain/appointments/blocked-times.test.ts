import { describe, expect, it } from 'vitest';
import { freeSlots } from './free-slots.ts';
import {
	day,
	daysOf,
	hours,
	interview,
	paris,
	search,
	time,
	weekly,
	written
} from '../../../../tests/support/appointments/sample-agenda.ts';
import type { DeskAbsence, SlotSearch } from './types.ts';

function absence(changes: Partial<DeskAbsence> = {}): DeskAbsence {
	return {
		deskId: 'd1',
		kind: 'once',
		fromDay: day('2026-11-24'),
		untilDay: null,
		weekday: null,
		everyWeeks: 1,
		startsAt: null,
		endsAt: null,
		...changes
	};
}

const found = (one: DeskAbsence, changes: Partial<SlotSearch> = {}) =>
	freeSlots(search({ absences: [one], ...changes }));

describe('an absence from one day to another', () => {
	it('takes the whole day of the desk that is named, and no other desk', () => {
		expect(found(absence())).toEqual([]);
		expect(found(absence({ deskId: 'd2' }))).toHaveLength(4);
		expect(found(absence({ fromDay: day('2026-11-23') }))).toHaveLength(4);
	});

	it('takes part of a day, and lets a visit end as it begins', () => {
		const part = absence({ startsAt: time('09:30'), endsAt: time('10:15') });
		expect(hours(found(part))).toEqual(['09:00', '10:30']);
	});

	it('keeps the buffers of a visit clear of it: nobody is there to write the notes', () => {
		const part = absence({ startsAt: time('09:30'), endsAt: time('10:00') });
		const motive = { ...interview, bufferAfterMinutes: 5 };
		expect(hours(found(part, { motive }))).toEqual(['10:00', '10:30']);
	});

	it('takes the same hours of every day from its first to its last, both included', () => {
		const openings = ([1, 2, 3, 4] as const).map((weekday) => weekly({ weekday }));
		const mornings = absence({
			fromDay: day('2026-11-24'),
			untilDay: day('2026-11-25'),
			startsAt: time('09:30'),
			endsAt: time('12:00')
		});
		const week = { from: day('2026-11-23'), until: day('2026-11-26'), openings };
		const left = written(found(mornings, { ...week, now: paris('2026-11-22T09:00') }));
		expect(left.filter((each) => /2[45] /.test(each))).toEqual([
			'2026-11-24 09:00',
			'2026-11-25 09:00'
		]);
		expect(left).toHaveLength(4 + 1 + 1 + 4);
	});
});

describe('a recurring absence', () => {
	const tuesdays = absence({ kind: 'weekly', weekday: 2, fromDay: day('2026-11-17') });
	const months = {
		from: day('2026-11-10'),
		until: day('2026-12-15'),
		now: paris('2026-11-09T09:00')
	};

	it('takes every week from its first day on, without end', () => {
		expect(daysOf(found(tuesdays, months))).toEqual(['2026-11-10']);
	});

	it('takes every second week until its last day, included', () => {
		const fortnight = { ...tuesdays, everyWeeks: 2, untilDay: day('2026-12-01') };
		expect(daysOf(found(fortnight, months))).toEqual([
			'2026-11-10',
			'2026-11-24',
			'2026-12-08',
			'2026-12-15'
		]);
	});

	it('counts its weeks from the week of its first day, whatever that weekday', () => {
		const fortnight = { ...tuesdays, everyWeeks: 2, fromDay: day('2026-11-12') };
		expect(daysOf(found(fortnight, months))).toEqual([
			'2026-11-10',
			'2026-11-17',
			'2026-12-01',
			'2026-12-15'
		]);
	});

	it('takes the same hours of the dial on both sides of a clock change', () => {
		const part = { ...tuesdays, fromDay: day('2026-10-20'), startsAt: time('09:30') };
		const autumn = {
			from: day('2026-10-20'),
			until: day('2026-10-27'),
			now: paris('2026-10-19T09:00')
		};
		expect(written(found(part, autumn))).toEqual(['2026-10-20 09:00', '2026-10-27 09:00']);
	});
});
