import { describe, expect, it } from 'vitest';
import { displacedVisits, visitsWithoutOpening, type Hours } from './displaced.ts';
import type { DeskAbsence, Opening } from './types.ts';

const paris = (text: string) =>
	Temporal.PlainDateTime.from(text).toZonedDateTime('Europe/Paris').toInstant();
const day = (text: string) => Temporal.PlainDate.from(text);
const time = (text: string) => Temporal.PlainTime.from(text);

const monday: Opening = {
	id: 'monday',
	counterId: 'antibes',
	deskIds: ['d1'],
	motiveCodes: ['suivi'],
	kind: 'weekly',
	weekday: 1,
	day: null,
	everyWeeks: 1,
	startsAt: time('09:00'),
	endsAt: time('12:00'),
	validFrom: null,
	validUntil: null,
	audience: 'public'
};
const absence: DeskAbsence = {
	deskId: 'd1',
	kind: 'once',
	fromDay: day('2026-11-30'),
	untilDay: day('2026-11-30'),
	weekday: null,
	everyWeeks: 1,
	startsAt: time('10:00'),
	endsAt: time('11:00')
};
const open: Hours = { openings: [monday], closures: [], absences: [] };
const visit = (from: string, until: string, others: object = {}) => ({
	id: from,
	counterId: 'antibes',
	deskId: 'd1',
	motiveCode: 'suivi',
	startsAt: paris(from),
	endsAt: paris(until),
	...others
});

describe('an appointment keeps its opening', () => {
	it.each([
		['at its first minute', '2026-11-30T09:00', '2026-11-30T09:30'],
		['up to its last minute', '2026-11-30T11:30', '2026-11-30T12:00']
	])('%s', (_, from, until) => {
		expect(visitsWithoutOpening([visit(from, until)], open)).toEqual([]);
	});

	it('after an absence of its desk that ends when it starts, before one that starts when it ends', () => {
		const visits = [
			visit('2026-11-30T09:30', '2026-11-30T10:00'),
			visit('2026-11-30T11:00', '2026-11-30T11:30')
		];
		expect(visitsWithoutOpening(visits, { ...open, absences: [absence] })).toEqual([]);
	});

	it('on the day the clock goes back, by the hours on the wall', () => {
		const sunday = { ...monday, weekday: 7 as const };
		const found = visit('2026-10-25T09:00', '2026-10-25T09:30');
		expect(visitsWithoutOpening([found], { ...open, openings: [sunday] })).toEqual([]);
	});
});

describe('an appointment is left without opening', () => {
	it.each([
		['one minute before it', visit('2026-11-30T08:59', '2026-11-30T09:29')],
		['one minute past its end', visit('2026-11-30T11:31', '2026-11-30T12:01')],
		['at another desk', visit('2026-11-30T09:00', '2026-11-30T09:30', { deskId: 'd2' })],
		['for another motive', visit('2026-11-30T09:00', '2026-11-30T09:30', { motiveCode: 'autre' })],
		['on another weekday', visit('2026-12-01T09:00', '2026-12-01T09:30')],
		['on a public holiday', visit('2027-03-29T09:00', '2027-03-29T09:30')]
	])('%s', (_, found) => {
		expect(visitsWithoutOpening([found], open)).toEqual([found]);
	});

	it('while its desk is away, were it for a minute', () => {
		const found = visit('2026-11-30T09:31', '2026-11-30T10:01');
		expect(visitsWithoutOpening([found], { ...open, absences: [absence] })).toEqual([found]);
	});
});

describe('a change displaces', () => {
	const inside = visit('2026-11-30T09:00', '2026-11-30T09:30');
	const outside = visit('2026-11-30T15:00', '2026-11-30T15:30');
	const next = visit('2026-12-07T09:00', '2026-12-07T09:30');

	it('the appointments of a closed day, not those that had no opening anyway nor those of other days', () => {
		const closure = {
			counterId: 'antibes',
			fromDay: day('2026-11-30'),
			untilDay: day('2026-11-30')
		};
		const after = { ...open, closures: [closure] };
		expect(displacedVisits([inside, outside, next], open, after)).toEqual([inside]);
	});

	it('nothing when an opening is added', () => {
		const more = { ...open, openings: [monday, { ...monday, id: 'again' }] };
		expect(displacedVisits([inside, outside, next], open, more)).toEqual([]);
	});
});
