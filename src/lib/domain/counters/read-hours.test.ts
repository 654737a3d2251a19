import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWeek, typedDay } from './read-hours.ts';

const monday = (text: string) => readWeek([text, '', '', '', '', '', '']);
const said = (text: string) => {
	const read = monday(text);
	return 'hours' in read ? typedDay(read.hours, 1) : read.faults[1];
};

describe('an agent who types the hours of a day', () => {
	it.each([
		['8h30-12h, 13h30-17h', '8:30-12:00, 13:30-17:00'],
		['8:30 – 12:00 / 13:30 – 17:00', '8:30-12:00, 13:30-17:00'],
		['de 8 h 30 à 12 h et de 14 h à 17 h', '8:30-12:00, 14:00-17:00'],
		['14-17', '14:00-17:00'],
		['13.30-17, 9-12', '9:00-12:00, 13:30-17:00'],
		['fermé', ''],
		['', '']
	])('is understood: %s', (typed, meant) => {
		expect(said(typed)).toBe(meant);
	});

	it.each([
		['le matin', 'unreadable'],
		['8h30', 'unreadable'],
		['25h-26h', 'unreadable'],
		['8h-9h75', 'unreadable'],
		['12h-8h', 'backwards'],
		['9h-9h', 'backwards'],
		['8h-12h, 11h30-17h', 'overlapping']
	] as const)('is told what is wrong: %s', (typed, fault) => {
		expect(said(typed)).toBe(fault);
	});

	it('may end one stretch where the next begins', () => {
		expect(said('8h-12h, 12h-17h')).toBe('8:00-12:00, 12:00-17:00');
	});

	it('reads back what the form shows, whatever the hours', () => {
		const minute = fc.integer({ min: 0, max: 24 * 60 - 1 });
		const length = fc.uniqueArray(minute, { minLength: 2, maxLength: 6 }).map((minutes) => {
			const sorted = minutes.toSorted((a, b) => a - b);
			const even = sorted.slice(0, sorted.length - (sorted.length % 2));
			const clock = (at: number) => `${Math.floor(at / 60)}:${String(at % 60).padStart(2, '0')}`;
			return Array.from(
				{ length: even.length / 2 },
				(_, index) => `${clock(even[2 * index]!)}-${clock(even[2 * index + 1]!)}`
			).join(', ');
		});
		fc.assert(
			fc.property(length, (typed) => {
				expect(said(typed)).toBe(typed);
			})
		);
	});
});
