import { expect, test } from 'vitest';
import { ACCOUNT_LIMITS, SOURCE_LIMITS, waitSeconds } from './sign-in-delay.ts';

const NOON = Temporal.Instant.from('2026-11-23T12:00:00+01:00');
const failures = (count: number, secondsApart = 1) =>
	Array.from({ length: count }, (_, at) => NOON.subtract({ seconds: at * secondsApart }));

test('four mistakes cost an applicant nothing', () => {
	expect(waitSeconds(failures(4), NOON, ACCOUNT_LIMITS)).toBe(0);
});

test.each([
	[5, 30],
	[6, 60],
	[7, 120],
	[8, 240],
	[9, 480]
])('after %d mistakes the wait is %d seconds', (count, seconds) => {
	expect(waitSeconds(failures(count), NOON, ACCOUNT_LIMITS)).toBe(seconds);
});

test('once the wait is over a try is allowed', () => {
	expect(waitSeconds(failures(5), NOON.add({ seconds: 29 }), ACCOUNT_LIMITS)).toBe(1);
	expect(waitSeconds(failures(5), NOON.add({ seconds: 30 }), ACCOUNT_LIMITS)).toBe(0);
});

test('mistakes spread over hours do not slow anybody down until the tenth of the day', () => {
	expect(waitSeconds(failures(9, 3600), NOON, ACCOUNT_LIMITS)).toBe(0);
	expect(waitSeconds(failures(10, 3600), NOON, ACCOUNT_LIMITS)).toBe((24 - 9) * 3600);
});

test('a counter where nineteen people mistype in a quarter of an hour is not slowed down', () => {
	expect(waitSeconds(failures(19), NOON, SOURCE_LIMITS)).toBe(0);
	expect(waitSeconds(failures(20), NOON, SOURCE_LIMITS)).toBe(30);
	expect(waitSeconds(failures(60), NOON, SOURCE_LIMITS)).toBe(900);
});
