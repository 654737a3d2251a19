import { describe, expect, it, test } from 'vitest';
import { isLimitFound, nextTry, signaturesAreOld, troubleFound } from './scanning.ts';

const now = Temporal.Instant.from('2026-11-23T09:00:00Z');

test('a paper that could not be scanned is tried again, less and less often, at least twice an hour', () => {
	const minutes = [1, 2, 3, 4, 5, 6, 7, 100].map((tries) =>
		nextTry(tries, now).since(now).total('minutes')
	);
	expect(minutes).toEqual([1, 2, 5, 10, 15, 30, 30, 30]);
});

describe('signatures of the antivirus', () => {
	it.each([
		['2026-11-22T09:00:00Z', false],
		['2026-11-21T09:00:00Z', false],
		['2026-11-21T08:59:59Z', true]
	])('of %s are old on 23 November at 9: %s', (at, old) => {
		expect(signaturesAreOld(Temporal.Instant.from(at), now)).toBe(old);
	});

	it('of no known date are old', () => {
		expect(signaturesAreOld(null, now)).toBe(true);
	});
});

test('what an antivirus finds is an infection, save what it says of locked and broken files', () => {
	expect(troubleFound('Win.Test.EICAR_HDB-1')).toBe('infected');
	expect(troubleFound('Heuristics.Encrypted.PDF')).toBe('encrypted-pdf');
	expect(troubleFound('Heuristics.Broken.Media.JPEG.JFIFmarkerMissing')).toBe('damaged');
	expect(isLimitFound('Heuristics.Limits.Exceeded.MaxFileSize')).toBe(true);
	expect(isLimitFound('Win.Test.EICAR_HDB-1')).toBe(false);
});
