import { describe, expect, it } from 'vitest';
import { freeSlots, isOffered } from './free-slots.ts';
import {
	busy,
	day,
	hours,
	instant,
	interview,
	paris,
	search,
	time
} from '../../../../tests/support/appointments/sample-agenda.ts';
import { weekly } from '../../../../tests/support/appointments/sample-agenda.ts';

const allDays = ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => weekly({ weekday }));

describe('the days around a clock change', () => {
	it('opens at nine on the dial before, on and after the spring night', () => {
		const slots = freeSlots(
			search({
				openings: allDays,
				from: day('2026-03-28'),
				until: day('2026-03-30'),
				now: paris('2026-03-27T09:00')
			})
		);
		const firsts = slots.filter((slot) => slot.time.equals(time('09:00')));
		expect(firsts.map((slot) => slot.startsAt.toString())).toEqual([
			'2026-03-28T08:00:00Z',
			'2026-03-29T07:00:00Z',
			'2026-03-30T07:00:00Z'
		]);
	});

	it('opens at nine on the dial before, on and after the autumn night', () => {
		const slots = freeSlots(
			search({
				openings: allDays,
				from: day('2026-10-24'),
				until: day('2026-10-26'),
				now: paris('2026-10-23T09:00')
			})
		);
		const firsts = slots.filter((slot) => slot.time.equals(time('09:00')));
		expect(firsts.map((slot) => slot.startsAt.toString())).toEqual([
			'2026-10-24T07:00:00Z',
			'2026-10-25T08:00:00Z',
			'2026-10-26T08:00:00Z'
		]);
	});

	it('counts the notice in elapsed time over the night', () => {
		const motive = { ...interview, minimumNoticeMinutes: 24 * 60 };
		const sunday = { openings: allDays, from: day('2026-03-29'), until: day('2026-03-29'), motive };
		// Nine on Sunday is 23 hours after nine on Saturday.
		expect(hours(freeSlots(search({ ...sunday, now: paris('2026-03-28T09:00') })))[0]).toBe(
			'10:00'
		);
	});
});

describe('an opening over the night itself', () => {
	const night = weekly({ weekday: 7, startsAt: time('01:00'), endsAt: time('04:00') });
	const asked = (on: string) =>
		search({
			openings: [night],
			from: day(on),
			until: day(on),
			now: paris('2026-03-01T09:00'),
			motive: { ...interview, horizonDays: 300 }
		});

	it('has two hours in spring, none of them on the hour that does not exist', () => {
		expect(hours(freeSlots(asked('2026-03-29')))).toEqual(['01:00', '01:30', '03:00', '03:30']);
	});

	it('has four hours in autumn, the double hour twice, each start a moment of its own', () => {
		const slots = freeSlots(asked('2026-10-25'));
		expect(hours(slots)).toEqual([
			'01:00',
			'01:30',
			'02:00',
			'02:30',
			'02:00',
			'02:30',
			'03:00',
			'03:30'
		]);
		expect(new Set(slots.map((slot) => slot.startsAt.toString())).size).toBe(8);
	});

	it('tells the first two o’clock from the second', () => {
		const first = instant('2026-10-25T00:00:00Z');
		const second = instant('2026-10-25T01:00:00Z');
		const taken = busy('2026-10-25T00:00', '2026-10-25T00:30', {
			from: first,
			until: first.add({ minutes: 30 })
		});
		const one = { ...asked('2026-10-25'), busy: [taken] };
		expect(isOffered(one, { counterId: 'c1', startsAt: first })).toEqual([]);
		expect(isOffered(one, { counterId: 'c1', startsAt: second })).toEqual(['d1']);
	});

	it('moves an opening that begins in the missing hour forward', () => {
		const openings = [weekly({ weekday: 7, startsAt: time('02:30'), endsAt: time('04:30') })];
		const slots = freeSlots({ ...asked('2026-03-29'), openings });
		expect(hours(slots)).toEqual(['03:30', '04:00']);
	});
});
