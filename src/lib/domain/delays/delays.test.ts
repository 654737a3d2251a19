import { describe, expect, test } from 'vitest';
import { isSettingValue, SETTINGS } from '../settings/settings.ts';
import { DELAY_KINDS, delayClock, DELAYS, type DelayKind } from './delays.ts';

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
