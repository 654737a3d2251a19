import { describe, expect, it } from 'vitest';
import { readChange, type Typed } from './read-change.ts';

const today = Temporal.PlainDate.from('2026-11-23');
const DESK = '0198c0de-0000-7000-8000-000000000001';
const opening: Typed = {
	change: 'add-opening',
	kind: 'weekly',
	weekday: '1',
	day: '',
	everyWeeks: '1',
	startsAt: '09:00',
	endsAt: '12:00',
	validFrom: '',
	validUntil: '',
	audience: 'public',
	deskIds: [DESK],
	motiveCodes: ['suivi']
};
const read = (typed: Typed) => readChange(typed, today);
const errorsOf = (typed: Typed) => {
	const found = read(typed);
	return 'errors' in found ? found.errors : {};
};

describe('an agent who writes an opening', () => {
	it('gives hours on the wall, desks and motives', () => {
		expect(read({ ...opening, deskIds: [DESK, DESK] })).toEqual({
			change: {
				kind: 'add-opening',
				opening: {
					kind: 'weekly',
					weekday: 1,
					day: null,
					everyWeeks: 1,
					startsAt: Temporal.PlainTime.from('09:00'),
					endsAt: Temporal.PlainTime.from('12:00'),
					validFrom: null,
					validUntil: null,
					audience: 'public',
					deskIds: [DESK],
					motiveCodes: ['suivi']
				}
			}
		});
	});

	it('is not asked about fields of another kind', () => {
		const once = read({ ...opening, kind: 'once', day: '2026-12-25', everyWeeks: '4' });
		expect(once).toMatchObject({ change: { opening: { weekday: null, everyWeeks: 1 } } });
	});

	it.each([
		['an end at its start', { endsAt: '09:00' }, { endsAt: 'ends-before-start' }],
		['no weekday', { weekday: '' }, { weekday: 'weekday-missing' }],
		['a weekday that is none', { weekday: '8' }, { weekday: 'number-wrong' }],
		['no hour', { startsAt: '' }, { startsAt: 'time-missing' }],
		['an hour that is none', { startsAt: '24:00' }, { startsAt: 'time-missing' }],
		['no desk', { deskIds: [] }, { deskIds: 'desk-missing' }],
		['no motive', { motiveCodes: [] }, { motiveCodes: 'motive-missing' }],
		['one week in two without first day', { everyWeeks: '2' }, { validFrom: 'first-day-missing' }],
		['one week in none', { everyWeeks: '0' }, { everyWeeks: 'number-wrong' }],
		['yesterday', { kind: 'once', day: '2026-11-22' }, { day: 'day-is-past' }],
		['30 February', { kind: 'once', day: '2027-02-30' }, { day: 'day-unreadable' }],
		['no date', { kind: 'override', day: '' }, { day: 'day-missing' }],
		[
			'days the wrong way round',
			{ validFrom: '2026-12-02', validUntil: '2026-12-01' },
			{ validUntil: 'days-reversed' }
		]
	])('is refused %s', (_, others, errors) => {
		expect(errorsOf({ ...opening, ...others })).toEqual(errors);
	});

	it('may open this very day', () => {
		expect(errorsOf({ ...opening, kind: 'once', day: '2026-11-23' })).toEqual({});
	});

	it('learns of everything that is wrong at once', () => {
		const errors = errorsOf({ ...opening, weekday: '', endsAt: '08:00', deskIds: [] });
		expect(Object.keys(errors)).toEqual(expect.arrayContaining(['deskIds']));
	});

	it.each([
		['an unknown field', { ...opening, price: '3' }],
		['an unknown change', { ...opening, change: 'toString' }],
		['no change', {}]
	])('cannot send %s', (_, typed) => {
		expect(errorsOf(typed as Typed)).toEqual({ form: 'unknown' });
	});
});

describe('an agent who closes', () => {
	const closure: Typed = {
		change: 'add-closure',
		fromDay: '2026-12-24',
		untilDay: '',
		reason: ' '
	};

	it('closes one day when no last day is given', () => {
		const day = Temporal.PlainDate.from('2026-12-24');
		expect(read(closure)).toEqual({
			change: { kind: 'add-closure', closure: { fromDay: day, untilDay: day, reason: null } }
		});
	});

	it.each([
		['a last day before the first', { untilDay: '2026-12-23' }, { untilDay: 'days-reversed' }],
		['days that are past', { fromDay: '2026-11-02' }, { untilDay: 'day-is-past' }],
		['no day', { fromDay: '' }, { fromDay: 'day-missing' }]
	])('is refused %s', (_, others, errors) => {
		expect(errorsOf({ ...closure, ...others })).toEqual(errors);
	});
});

describe('an agent who notes the absence of a desk', () => {
	const absence: Typed = {
		change: 'add-desk-absence',
		deskId: DESK,
		kind: 'once',
		fromDay: '2026-12-01',
		untilDay: '',
		weekday: '',
		everyWeeks: '1',
		startsAt: '',
		endsAt: ''
	};

	it('means the whole day without hours, that day alone without last day', () => {
		expect(read(absence)).toMatchObject({
			change: { absence: { startsAt: null, endsAt: null, untilDay: { day: 1 }, weekday: null } }
		});
	});

	it('means without end every week', () => {
		expect(read({ ...absence, kind: 'weekly', weekday: '3' })).toMatchObject({
			change: { absence: { untilDay: null, weekday: 3 } }
		});
	});

	it.each([
		['half of the hours', { startsAt: '09:00' }, { endsAt: 'hours-half-given' }],
		['a week without day', { kind: 'weekly' }, { weekday: 'weekday-missing' }],
		['an unknown desk', { deskId: 'x' }, { deskId: 'desk-missing' }]
	])('is refused %s', (_, others, errors) => {
		expect(errorsOf({ ...absence, ...others })).toEqual(errors);
	});
});
