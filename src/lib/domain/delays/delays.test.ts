import { describe, expect, test } from 'vitest';
import { isSettingValue, SETTINGS } from '../settings/settings.ts';
import { DELAY_KINDS, delayClock, DELAYS, lengthSaid, type DelayKind } from './delays.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const clock = (kind: DelayKind, from: string, today: string, length: number | null) =>
	delayClock(kind, { startedOn: day(from), endedOn: null, length }, day(today));
const at = (kind: DelayKind, from: string, length: number) => (today: string) => {
	const { phase, dueOn, daysLeft } = clock(kind, from, today, length);
	return [phase, String(dueOn), daysLeft];
};

describe('the last day of a delay counts, the day after it is late', () => {
	test('papers: fifteen days', () => {
		const papers = at('papers', '2026-11-10', 15);
		expect(papers('2026-11-24')).toEqual(['running', '2026-11-25', 1]);
		expect(papers('2026-11-25')).toEqual(['running', '2026-11-25', 0]);
		expect(papers('2026-11-26')).toEqual(['past', '2026-11-25', -1]);
	});

	test('the attestation: a month of the calendar (L441-2-1), longer or shorter than thirty days', () => {
		const byLaw = (from: string) => String(clock('attestation', from, '2026-11-26', 31).dueOn);
		expect(byLaw('2026-07-15')).toBe('2026-08-15');
		expect(byLaw('2026-09-15')).toBe('2026-10-15');
		expect(byLaw('2027-01-31')).toBe('2027-02-28');
		expect(byLaw('2028-01-30')).toBe('2028-02-29');
	});

	test('the attestation: what the service promises sooner, and never after the month of the law', () => {
		const promised = at('attestation', '2027-02-01', 20);
		expect(promised('2027-02-22')).toEqual(['past', '2027-02-21', -1]);
		expect(at('attestation', '2027-02-01', 30)('2027-03-02')).toEqual(['past', '2027-03-01', -1]);
	});

	test('reception: a month from 31 January is the end of February', () => {
		const reception = at('reception', '2027-01-31', 1);
		expect(reception('2027-02-28')).toEqual(['running', '2027-02-28', 0]);
		expect(reception('2027-03-01')).toEqual(['past', '2027-02-28', -1]);
	});

	test('the abnormal wait: counted in months from the filing, over a change of clocks and a leap year', () => {
		const abnormal = at('abnormal', '2024-02-29', 36);
		expect(abnormal('2027-02-28')).toEqual(['running', '2027-02-28', 0]);
		expect(abnormal('2027-03-01')[0]).toBe('past');
	});
});

test('the whole month of the law is said as a month, less in days', () => {
	expect(lengthSaid('attestation', 31)).toEqual({ length: 1, unit: 'months' });
	expect(lengthSaid('attestation', 30)).toEqual({ length: 30, unit: 'days' });
	expect(lengthSaid('papers', 15)).toEqual({ length: 15, unit: 'days' });
	expect(lengthSaid('abnormal', null)).toEqual({ length: null, unit: 'months' });
});

test('a delay that nobody knows is unknown, never past', () => {
	expect(clock('abnormal', '1999-01-01', '2026-11-23', null)).toEqual({
		phase: 'unknown',
		dueOn: null,
		daysLeft: null
	});
});

test('what was done is met, late or not; what nothing started is idle', () => {
	const facts = { startedOn: day('2026-01-01'), endedOn: day('2026-09-01'), length: 1 };
	expect(delayClock('reception', facts, day('2026-11-23')).phase).toBe('met');
	expect(delayClock('papers', { ...facts, startedOn: null }, day('2026-11-23')).phase).toBe('idle');
});

test('each delay has its article and a setting in its unit', () => {
	for (const kind of DELAY_KINDS) {
		const { article, setting, unit } = DELAYS[kind];
		expect(article).toMatch(/^[LR]441/);
		expect(SETTINGS[setting].unit).toBe(unit);
		expect(isSettingValue(setting, 2)).toBe(true);
	}
});
