import { describe, expect, it } from 'vitest';
import {
	distinctStarts,
	firstFreeSlots,
	freeSlots,
	isOffered,
	nearestSlots
} from './free-slots.ts';
import {
	busy,
	day,
	daysOf,
	hours,
	interview,
	paris,
	search,
	time
} from '../../../../tests/support/appointments/sample-agenda.ts';
import { weekly, written } from '../../../../tests/support/appointments/sample-agenda.ts';

const at9to11 = ['09:00', '09:30', '10:00', '10:30'];
const withMotive = (changes: Partial<typeof interview>) => ({
	motive: { ...interview, ...changes }
});

describe('the starts proposed', () => {
	it('lets a person choose any step of the opening in which the visit still fits', () => {
		expect(hours(freeSlots(search()))).toEqual(at9to11);
		expect(hours(freeSlots(search(withMotive({ durationMinutes: 31 }))))).toEqual([
			'09:00',
			'09:30',
			'10:00'
		]);
	});

	it('gives a person a time that ends exactly with the opening', () => {
		const [slot] = freeSlots(search(withMotive({ durationMinutes: 120 })));
		expect(slot?.endsAt.equals(paris('2026-11-24T11:00'))).toBe(true);
		expect(freeSlots(search(withMotive({ durationMinutes: 121 })))).toEqual([]);
	});

	it('keeps the grid of the opening when a booking of another length lies in it', () => {
		const taken = [busy('2026-11-24T09:30', '2026-11-24T10:15')];
		expect(hours(freeSlots(search({ busy: taken })))).toEqual(['09:00', '10:30']);
	});

	it('counts the steps from the start of the opening, not from the full hour', () => {
		const openings = [weekly({ startsAt: time('08:50'), endsAt: time('10:00') })];
		expect(hours(freeSlots(search({ openings })))).toEqual(['08:50', '09:20']);
	});

	it('refuses an agent a motive without step or duration, which would never end', () => {
		expect(() => freeSlots(search(withMotive({ stepMinutes: 0 })))).toThrow(RangeError);
		expect(() => freeSlots(search(withMotive({ durationMinutes: 0 })))).toThrow(RangeError);
	});

	it('proposes nothing in an opening that ends before it starts', () => {
		const openings = [weekly({ startsAt: time('11:00'), endsAt: time('09:00') })];
		expect(freeSlots(search({ openings }))).toEqual([]);
	});

	it('proposes a start of one desk once when two openings overlap', () => {
		const openings = [weekly(), weekly({ id: 'twice', startsAt: time('10:00') })];
		expect(hours(freeSlots(search({ openings })))).toEqual(at9to11);
	});
});

describe('what is taken', () => {
	it('lets two visits touch but not overlap by a minute', () => {
		const touching = [
			busy('2026-11-24T08:00', '2026-11-24T09:00'),
			busy('2026-11-24T09:30', '2026-11-24T10:00')
		];
		expect(hours(freeSlots(search({ busy: touching })))).toEqual(['09:00', '10:00', '10:30']);
		const overlapping = [busy('2026-11-24T09:29', '2026-11-24T10:01')];
		expect(hours(freeSlots(search({ busy: overlapping })))).toEqual(['10:30']);
	});

	it('keeps the buffers of the visit clear of other visits', () => {
		const taken = [busy('2026-11-24T09:30', '2026-11-24T10:00')];
		const both = withMotive({ bufferBeforeMinutes: 5, bufferAfterMinutes: 10 });
		expect(hours(freeSlots(search({ busy: taken, ...both })))).toEqual(['10:30']);
		const none = withMotive({ bufferBeforeMinutes: 0, bufferAfterMinutes: 0 });
		expect(hours(freeSlots(search({ busy: taken, ...none })))).toHaveLength(3);
	});

	it('lets buffers stick out of the opening, and tells what the desk will lose', () => {
		const both = withMotive({ bufferBeforeMinutes: 5, bufferAfterMinutes: 10 });
		const slots = freeSlots(search(both));
		expect(hours(slots)).toEqual(at9to11);
		expect(slots[0]?.occupiedFrom.equals(paris('2026-11-24T08:55'))).toBe(true);
		expect(slots.at(-1)?.occupiedUntil.equals(paris('2026-11-24T11:10'))).toBe(true);
	});

	it('leaves the other desk free when one is taken', () => {
		const openings = [weekly({ deskIds: ['d2', 'd1'] })];
		const taken = [busy('2026-11-24T09:00', '2026-11-24T11:00')];
		const slots = freeSlots(search({ openings, busy: taken }));
		expect(hours(slots)).toEqual(at9to11);
		expect(new Set(slots.map((slot) => slot.deskId))).toEqual(new Set(['d2']));
	});

	it('reads ranges given as epoch milliseconds and bookings that overlap each other', () => {
		const ms = (text: string) => paris(text).epochMilliseconds;
		const taken = [
			busy('2026-11-24T09:00', '2026-11-24T10:30'),
			{
				...busy('2026-11-24T09:30', '2026-11-24T10:00'),
				from: ms('2026-11-24T09:30'),
				until: ms('2026-11-24T10:00')
			}
		];
		expect(hours(freeSlots(search({ busy: taken })))).toEqual(['10:30']);
	});
});

describe('notice and horizon', () => {
	const asked = (now: string, minimumNoticeMinutes: number) =>
		hours(freeSlots(search({ now: paris(now), ...withMotive({ minimumNoticeMinutes }) })));

	it('offers a person a start exactly at now + notice, and none a second nearer', () => {
		expect(asked('2026-11-24T07:59:59', 60)).toEqual(at9to11);
		expect(asked('2026-11-24T08:00', 60)).toEqual(at9to11);
		expect(asked('2026-11-24T08:00:01', 60)).toEqual(at9to11.slice(1));
		expect(asked('2026-11-24T08:00:00.0000001', 60)).toEqual(at9to11.slice(1));
	});

	it('offers nothing that has begun when there is no notice', () => {
		expect(asked('2026-11-24T10:00', 0)).toEqual(['10:00', '10:30']);
		expect(asked('2026-11-24T10:30:00.001', 0)).toEqual([]);
		expect(asked('2026-11-25T08:00', 0)).toEqual([]);
	});

	it('opens the last day of the horizon whole, in days of Paris', () => {
		const late = weekly({ startsAt: time('22:00'), endsAt: time('23:30') });
		const found = (now: string) =>
			freeSlots(search({ openings: [late], now: paris(now), ...withMotive({ horizonDays: 7 }) }))
				.length;
		expect(found('2026-11-16T23:59:59')).toBe(0);
		expect(found('2026-11-17T00:00')).toBe(3);
		// A quarter past midnight in Paris is still the day before in Greenwich.
		expect(found('2026-11-17T00:15')).toBe(3);
	});

	it('keeps to the days asked for, both included', () => {
		const openings = ([1, 2, 3, 4, 5] as const).map((weekday) => weekly({ weekday }));
		const found = freeSlots(
			search({ openings, from: day('2026-11-24'), until: day('2026-11-26') })
		);
		expect(daysOf(found)).toEqual(['2026-11-24', '2026-11-25', '2026-11-26']);
		const backwards = search({ openings, from: day('2026-11-26'), until: day('2026-11-24') });
		expect(freeSlots(backwards)).toEqual([]);
	});
});

describe('who and what for', () => {
	it('shows the openings of staff to agents alone', () => {
		const openings = [weekly({ audience: 'staff' })];
		expect(freeSlots(search({ openings }))).toEqual([]);
		expect(freeSlots(search({ openings, audience: 'staff' }))).toHaveLength(4);
		expect(freeSlots(search({ audience: 'staff' }))).toHaveLength(4);
	});

	it('shows only openings that take the motive', () => {
		const openings = [weekly({ motiveCodes: ['papers'] })];
		expect(freeSlots(search({ openings }))).toEqual([]);
		expect(freeSlots(search({ openings, ...withMotive({ code: 'papers' }) }))).toHaveLength(4);
	});

	it('stops at the number a desk takes of a motive in a day', () => {
		const two = withMotive({ maxPerDayAndDesk: 2 });
		const one = busy('2026-11-24T14:00', '2026-11-24T14:30');
		const other = busy('2026-11-24T15:00', '2026-11-24T15:30', { day: '2026-11-24' });
		expect(freeSlots(search({ ...two, busy: [one] }))).toHaveLength(4);
		expect(freeSlots(search({ ...two, busy: [one, other] }))).toEqual([]);
		expect(freeSlots(search({ busy: [one, other] }))).toHaveLength(4);
		const elsewhere = [
			one,
			{ ...other, deskId: 'd2' },
			{ ...other, motiveCode: 'papers' },
			busy('2026-11-23T15:00', '2026-11-23T15:30')
		];
		expect(freeSlots(search({ ...two, busy: elsewhere }))).toHaveLength(4);
	});
});

describe('the limits, just before, at and just after', () => {
	it('counts the visits a desk takes of a motive in a day: one below, at, and above the limit', () => {
		const visits = (count: number) =>
			Array.from({ length: count }, (_, nth) =>
				busy(`2026-11-24T1${nth + 3}:00`, `2026-11-24T1${nth + 3}:30`)
			);
		const left = (count: number) =>
			freeSlots(search({ ...withMotive({ maxPerDayAndDesk: 2 }), busy: visits(count) })).length;
		expect([left(1), left(2), left(3)]).toEqual([4, 0, 0]);
	});

	it('opens the last day of the horizon, and neither the one after nor less than it', () => {
		const everyDay = ([1, 2, 3, 4, 5] as const).map((weekday) => weekly({ weekday }));
		const until = { from: day('2026-11-23'), until: day('2026-12-31') };
		const last = (horizonDays: number) =>
			daysOf(
				freeSlots(search({ openings: everyDay, ...until, ...withMotive({ horizonDays }) }))
			).at(-1);
		const today = search().now.toZonedDateTimeISO('Europe/Paris').toPlainDate();
		const away = today.until(day('2026-11-26')).days;
		expect([last(away - 1), last(away), last(away + 1)]).toEqual([
			'2026-11-25',
			'2026-11-26',
			'2026-11-27'
		]);
	});
});

describe('several counters', () => {
	const openings = [
		weekly({ deskIds: ['d1', 'd2'] }),
		weekly({ id: 'other', counterId: 'c2', deskIds: ['e1'], startsAt: time('08:30') }),
		weekly({ id: 'never asked', counterId: 'c3', deskIds: ['f1'] })
	];
	const both = search({ openings, counterIds: ['c1', 'c2', 'c4'] });

	it('puts the earliest first, whichever the counter', () => {
		const slots = freeSlots(both);
		expect(slots.slice(0, 4).map((slot) => slot.deskId)).toEqual(['e1', 'd1', 'd2', 'e1']);
		expect(slots).toHaveLength(4 * 2 + 5);
	});

	it('gives each counter its first times, and an empty list to one that has none', () => {
		const firsts = firstFreeSlots(both, 2);
		expect([...firsts.keys()]).toEqual(['c1', 'c2', 'c4']);
		expect(written(firsts.get('c1') ?? [])).toEqual(['2026-11-24 09:00', '2026-11-24 09:30']);
		expect(firsts.get('c1')?.[0]?.places).toBe(2);
		expect(hours(firsts.get('c2') ?? [])).toEqual(['08:30', '09:00']);
		expect(firsts.get('c4')).toEqual([]);
	});

	it('shows a start once with the number of its places', () => {
		const starts = distinctStarts(freeSlots({ ...both, counterIds: ['c1'] }));
		expect(starts.map((start) => start.places)).toEqual([2, 2, 2, 2]);
		expect(starts[0]?.deskIds).toEqual(['d1', 'd2']);
		expect(starts[0]).not.toHaveProperty('deskId');
		expect(distinctStarts(freeSlots(both)).filter((each) => each.counterId === 'c2')).toHaveLength(
			5
		);
	});
});

describe('a time taken meanwhile', () => {
	it('offers the nearest others first, the earlier of two as near', () => {
		const taken = [busy('2026-11-24T10:00', '2026-11-24T10:30')];
		const left = freeSlots(search({ busy: taken }));
		const near = nearestSlots(left, paris('2026-11-24T10:00'), 2);
		expect(hours(near)).toEqual(['09:30', '10:30']);
		expect(nearestSlots(left, paris('2026-11-24T10:00'), 9)).toHaveLength(3);
		expect(nearestSlots([], paris('2026-11-24T10:00'), 9)).toEqual([]);
	});

	it('names the desks free at exactly the start asked for', () => {
		const two = search({
			openings: [weekly({ deskIds: ['d1', 'd2'] })],
			busy: [busy('2026-11-24T10:00', '2026-11-24T10:30')]
		});
		const desks = (start: string, counterId = 'c1') =>
			isOffered(two, { counterId, startsAt: paris(start) });
		expect(desks('2026-11-24T09:30')).toEqual(['d1', 'd2']);
		expect(desks('2026-11-24T10:00')).toEqual(['d2']);
		expect(desks('2026-11-24T10:01')).toEqual([]);
		expect(desks('2026-11-24T10:00:00.0000001')).toEqual([]);
		expect(desks('2026-11-24T11:00')).toEqual([]);
		expect(desks('2026-11-24T10:00', 'c2')).toEqual([]);
		expect(desks('2026-11-17T10:00')).toEqual([]);
	});
});
