import { expect, it } from 'vitest';
import { readBytes, readSaid, said, waitBeforeRetry } from './resume.ts';

it('a phone without network tries less and less often, and not at the same moment as its neighbour', () => {
	const waits = [1, 2, 3, 4, 5, 6, 20].map((failures) => waitBeforeRetry(failures, 0.5));
	expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
	expect([waitBeforeRetry(1, 0), waitBeforeRetry(1, 1)]).toEqual([750, 1_250]);
});

it('headers are read as HTTP writes them, and nothing else is', () => {
	expect([said(true), said(false), readSaid('?1'), readSaid('?0')]).toEqual([
		'?1',
		'?0',
		true,
		false
	]);
	expect(['1', 'true', '', null].map(readSaid)).toEqual([null, null, null, null]);
	expect(readBytes('4171872')).toBe(4_171_872);
	expect(['-1', '1.5', '1e3', ' 1', '', '99999999999', null].map(readBytes)).toEqual(
		Array(7).fill(null)
	);
});
