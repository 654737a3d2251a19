import { expect, test } from 'vitest';
import {
	dateInWords,
	dayInWords,
	eurosInWords,
	hourInWords,
	inParis,
	monthsInWords,
	numberInWords,
	shortDayInWords
} from './words.ts';

const day = Temporal.PlainDate.from('2026-12-03');

test('a person reads the day in words, in their language', () => {
	expect(dayInWords(day, 'fr')).toBe('jeudi 3 décembre 2026');
	expect(dayInWords(day, 'en')).toMatch(/^Thursday,? 3 December 2026$/);
	expect(dayInWords(day, 'ar')).toContain('2026');
	expect(shortDayInWords(day, 'fr')).toBe('jeudi 3 décembre');
	expect(dateInWords(day, 'fr')).toBe('3 décembre 2026');
	// Without "р.": the full stop of a sentence follows.
	expect(dateInWords(day, 'uk')).toBe('3 грудня 2026');
	expect(dayInWords(day, 'uk')).toBe('четвер, 3 грудня 2026');
});

test('hours are written the French way in French and with a colon elsewhere', () => {
	expect(hourInWords(Temporal.PlainTime.from('09:30'), 'fr')).toBe('9\u00A0h\u00A030');
	expect(hourInWords(Temporal.PlainTime.from('14:00'), 'fr')).toBe('14\u00A0h');
	expect(hourInWords(Temporal.PlainTime.from('09:05'), 'en')).toBe('9:05');
});

test('an instant is shown as the day and hour in Paris, in summer and in winter', () => {
	expect(inParis(Temporal.Instant.from('2026-07-01T22:30:00Z')).day.toString()).toBe('2026-07-02');
	expect(inParis(Temporal.Instant.from('2026-12-03T08:30:00Z')).time.toString()).toBe('09:30:00');
});

test('cents are shown only when there are some', () => {
	expect(eurosInWords(125000, 'fr').replace(/\s/g, ' ')).toBe('1 250 €');
	expect(eurosInWords(62050, 'fr').replace(/\s/g, ' ')).toBe('620,50 €');
	expect(eurosInWords(62050, 'uk').replace(/\s/g, ' ')).toBe('620,50 €');
});

test('a wait is told in months, and in years from the first on', () => {
	const inFrench = (months: number) => monthsInWords(months, 'fr').replace(/\s/g, ' ');
	expect([0, 1, 11.4, 11.5, 24, 27].map(inFrench)).toEqual([
		'0 mois',
		'1 mois',
		'11 mois',
		'1 an',
		'2 ans',
		'2 ans et 3 mois'
	]);
	expect(monthsInWords(27, 'en')).toBe('2 years, 3 months');
	expect(monthsInWords(27, 'ar')).toBe('سنتان و3 أشهر');
});

test('large numbers are grouped as the language does, in the figures of the letters', () => {
	expect(numberInWords(38790, 'fr').replace(/\s/g, ' ')).toBe('38 790');
	expect(numberInWords(38790, 'ar')).toBe('38,790');
});
