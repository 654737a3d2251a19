import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { HalfDays, suits } from './half-days.ts';
import { byTurn, isWorthOffering, offerEnd, type Waiter } from './offers.ts';

const paris = (text: string) =>
	Temporal.PlainDateTime.from(text).toZonedDateTime('Europe/Paris').toInstant();

describe('a person on the list has two hours of day to answer', () => {
	test.each([
		['2026-11-23T10:00', '2026-11-23T12:00'],
		['2026-11-23T19:00', '2026-11-23T21:00'],
		['2026-11-23T19:01', '2026-11-24T08:01'],
		['2026-11-23T20:00', '2026-11-24T09:00'],
		['2026-11-23T21:00', '2026-11-24T10:00'],
		['2026-11-23T23:30', '2026-11-24T10:00'],
		['2026-11-24T07:59', '2026-11-24T10:00'],
		['2026-11-24T08:00', '2026-11-24T10:00'],
		// The nights the clock changes.
		['2026-10-24T20:00', '2026-10-25T09:00'],
		['2027-03-27T20:00', '2027-03-28T09:00']
	])('offered at %s, until %s', (at, until) => {
		expect(offerEnd(paris(at))).toEqual(paris(until));
	});
});

describe('a free place is worth a message', () => {
	const limits = { offerEnd: paris('2026-11-23T11:00'), minimumNoticeMinutes: 60 };
	const waiter: Waiter = {
		halfDays: [],
		currentStart: paris('2026-11-27T09:00'),
		offeredBefore: []
	};
	const worth = (startsAt: string, others: Partial<Waiter> = {}) =>
		isWorthOffering({ ...waiter, ...others }, paris(startsAt), limits);

	test('on an earlier day than what the person has, not earlier the same day', () => {
		expect(worth('2026-11-26T16:00')).toBe(true);
		expect(worth('2026-11-27T08:00')).toBe(false);
		expect(worth('2026-11-30T09:00')).toBe(false);
	});

	test('on any day to somebody who has nothing', () => {
		expect(worth('2026-11-30T09:00', { currentStart: null })).toBe(true);
	});

	test('when the notice still holds for who accepts at the last minute', () => {
		expect(worth('2026-11-23T12:00')).toBe(true);
		expect(worth('2026-11-23T11:59')).toBe(false);
	});

	test('in the half-days that suit; noon is the afternoon', () => {
		const halfDays = ['4-pm'];
		expect(worth('2026-11-26T12:00', { halfDays })).toBe(true);
		expect(worth('2026-11-26T11:45', { halfDays })).toBe(false);
		expect(worth('2026-11-25T14:00', { halfDays })).toBe(false);
	});

	test('not twice the same to one person', () => {
		const offeredBefore = [paris('2026-11-26T16:00')];
		expect(worth('2026-11-26T16:00', { offeredBefore })).toBe(false);
		expect(worth('2026-11-26T16:15', { offeredBefore })).toBe(true);
	});
});

describe('the order of the list', () => {
	test('those near the end of their legal delay first, then who came first', () => {
		const at = (id: string, createdAt: string, isUrgent = false) => ({
			id,
			isUrgent,
			createdAt: paris(createdAt)
		});
		const list = [
			at('second', '2026-11-02T09:00'),
			at('third', '2026-11-03T09:00'),
			at('first', '2026-11-20T09:00', true)
		];
		expect(list.sort(byTurn).map(({ id }) => id)).toEqual(['first', 'second', 'third']);
	});
});

describe('half-days of a form', () => {
	test('are known ones, each once, in the order of the week', () => {
		expect(v.parse(HalfDays, ['5-pm', '1-am', '5-pm'])).toEqual(['1-am', '5-pm']);
		expect(v.safeParse(HalfDays, ['6-am']).success).toBe(false);
		expect(v.safeParse(HalfDays, Array(11).fill('1-am')).success).toBe(false);
	});

	test('none of them: any time suits, also on a Saturday', () => {
		expect(suits([], paris('2026-11-28T09:00'))).toBe(true);
		expect(suits(['5-am'], paris('2026-11-28T09:00'))).toBe(false);
	});
});
