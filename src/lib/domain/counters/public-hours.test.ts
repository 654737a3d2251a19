import { describe, expect, it } from 'vitest';
import { opennessAt, type PublicHours, type ShutDays } from './public-hours.ts';

const stretch = (weekday: number, opensAt: string, closesAt: string): PublicHours => ({
	weekday,
	opensAt: Temporal.PlainTime.from(opensAt),
	closesAt: Temporal.PlainTime.from(closesAt)
});
// Monday morning and afternoon, Thursday morning.
const week = [
	stretch(1, '08:30', '12:00'),
	stretch(1, '13:30', '17:00'),
	stretch(4, '09:00', '12:00')
];
const at = (wall: string) =>
	Temporal.PlainDateTime.from(wall).toZonedDateTime('Europe/Paris').toInstant();
const look = (wall: string, closures: ShutDays[] = [], hours: PublicHours[] | null = week) =>
	JSON.parse(JSON.stringify(opennessAt(hours, closures, at(wall)))) as unknown;
const shut = (opens: { day: string; time: string } | null, why: string | null = null) => ({
	state: 'shut',
	opens,
	why
});

describe('somebody who wants to know whether a counter is open', () => {
	it('is told that hours nobody gave are not known', () => {
		expect(look('2026-11-30T10:00', [], null)).toEqual({ state: 'unknown' });
		expect(look('2026-11-30T10:00', [], [])).toEqual({ state: 'unknown' });
	});

	it('finds it open from the first minute to the one before the last', () => {
		expect(look('2026-11-30T08:29:59')).toEqual(shut({ day: '2026-11-30', time: '08:30:00' }));
		expect(look('2026-11-30T08:30')).toEqual({ state: 'open', until: '12:00:00' });
		expect(look('2026-11-30T11:59:59')).toEqual({ state: 'open', until: '12:00:00' });
		expect(look('2026-11-30T12:00')).toEqual(shut({ day: '2026-11-30', time: '13:30:00' }));
	});

	it('is told the next day it opens, over the weekend too', () => {
		expect(look('2026-11-30T17:00')).toEqual(shut({ day: '2026-12-03', time: '09:00:00' }));
		expect(look('2026-12-04T10:00')).toEqual(shut({ day: '2026-12-07', time: '08:30:00' }));
	});

	it('finds it shut on a public holiday', () => {
		// Easter Monday 2027.
		expect(look('2027-03-29T10:00')).toEqual(
			shut({ day: '2027-04-01', time: '09:00:00' }, 'holiday')
		);
	});

	it('finds it shut on the first and last day of a closure, and open after', () => {
		const closure = {
			fromDay: Temporal.PlainDate.from('2026-11-30'),
			untilDay: Temporal.PlainDate.from('2026-12-03')
		};
		const next = { day: '2026-12-07', time: '08:30:00' };
		expect(look('2026-11-30T10:00', [closure])).toEqual(shut(next, 'closure'));
		expect(look('2026-12-03T10:00', [closure])).toEqual(shut(next, 'closure'));
		expect(look('2026-12-07T10:00', [closure])).toMatchObject({ state: 'open' });
	});

	it('is promised nothing when it does not open for weeks', () => {
		const closure = {
			fromDay: Temporal.PlainDate.from('2026-11-01'),
			untilDay: Temporal.PlainDate.from('2027-01-31')
		};
		expect(look('2026-11-30T10:00', [closure])).toEqual(shut(null, 'closure'));
	});

	it('reads the clock on the wall on both nights of the change of hour', () => {
		const sunday = [stretch(7, '02:30', '04:00')];
		// 02:30 does not exist on 28 March 2027: at 03:10 the counter is open.
		expect(look('2027-03-28T03:10', [], sunday)).toMatchObject({ state: 'open' });
		expect(look('2026-10-25T04:00', [], sunday)).toMatchObject({ state: 'shut' });
	});
});
