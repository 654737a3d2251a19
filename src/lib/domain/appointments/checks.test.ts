import { describe, expect, it } from 'vitest';
import { fitOf, overlappingOpenings } from './checks.ts';
import {
	dated,
	day,
	interview,
	time,
	weekly
} from '../../../../tests/support/appointments/sample-agenda.ts';
import type { Closure, Opening } from './types.ts';

const check = (openings: readonly Opening[], closures: readonly Closure[] = []) =>
	overlappingOpenings(openings, closures, day('2026-11-01'), day('2026-12-31'));

describe('overlaps shown to an agent', () => {
	it('finds two openings of one desk at the same time, once, with its first day', () => {
		const found = check([weekly(), weekly({ id: 'other', startsAt: time('10:59') })]);
		expect(found).toEqual([
			{
				openingIds: ['weekly', 'other'],
				deskIds: ['d1'],
				motiveCodes: ['interview'],
				firstDay: day('2026-11-03'),
				isSameHours: false
			}
		]);
	});

	it('tells an opening entered twice, and motives that differ', () => {
		const found = check([weekly(), weekly({ id: 'copy', motiveCodes: ['papers'] })]);
		expect(found).toMatchObject([{ isSameHours: true, motiveCodes: [] }]);
	});

	it('accepts openings that touch, on two desks, at two counters or in turn', () => {
		const afternoon = weekly({ id: 'b', startsAt: time('11:00'), endsAt: time('12:00') });
		expect(check([weekly(), afternoon])).toEqual([]);
		expect(check([weekly(), weekly({ id: 'b', deskIds: ['d2'] })])).toEqual([]);
		expect(check([weekly(), weekly({ id: 'b', counterId: 'c2' })])).toEqual([]);
		const even = weekly({ everyWeeks: 2, validFrom: day('2026-11-03') });
		const odd = weekly({ id: 'b', everyWeeks: 2, validFrom: day('2026-11-10') });
		expect(check([even, odd])).toEqual([]);
	});

	it('finds the week in which turns of two and of three weeks meet', () => {
		const two = weekly({ everyWeeks: 2, validFrom: day('2026-11-03') });
		const three = weekly({ id: 'b', everyWeeks: 3, validFrom: day('2026-11-10') });
		expect(check([two, three])[0]?.firstDay.toString()).toBe('2026-12-01');
	});

	it('finds a one-off opening within the usual hours, not within hours that it replaces', () => {
		expect(check([weekly(), dated('once', '2026-11-24')])).toHaveLength(1);
		expect(check([weekly(), dated('override', '2026-11-24')])).toEqual([]);
		const closed = { counterId: 'c1', fromDay: day('2026-11-24'), untilDay: day('2026-11-24') };
		expect(check([weekly(), dated('once', '2026-11-24')], [closed])).toEqual([]);
	});
});

describe('how a motive fills an opening', () => {
	const fit = (until: string, changes: Partial<typeof interview> = {}) =>
		fitOf({ startsAt: time('09:00'), endsAt: time(until) }, { ...interview, ...changes });

	it('tells an agent when nothing is left over', () => {
		expect(fit('11:00')).toEqual({ visits: 4, leftoverMinutes: 0 });
	});

	it('tells the minutes in which no visit fits', () => {
		expect(fit('11:20')).toEqual({ visits: 4, leftoverMinutes: 20 });
		expect(fit('10:40', { durationMinutes: 45, stepMinutes: 15 })).toEqual({
			visits: 2,
			leftoverMinutes: 10
		});
	});

	it('counts buffers between visits, which the grid may stretch', () => {
		expect(fit('11:00', { bufferAfterMinutes: 5, stepMinutes: 15 })).toEqual({
			visits: 3,
			leftoverMinutes: 0
		});
	});

	it('says that a visit does not fit at all', () => {
		expect(fit('09:29')).toEqual({ visits: 0, leftoverMinutes: 29 });
		expect(fit('09:30')).toEqual({ visits: 1, leftoverMinutes: 0 });
		expect(fit('08:00')).toEqual({ visits: 0, leftoverMinutes: 0 });
	});
});
