import { describe, expect, it } from 'vitest';
import { lasting } from './lasting.ts';

describe('what is the same whoever asks', () => {
	it('is made once for each key', () => {
		const made: number[] = [];
		const square = lasting(10, (side: number) => {
			made.push(side);
			return side * side;
		});
		expect([square(3), square(4), square(3)]).toEqual([9, 16, 9]);
		expect(made).toEqual([3, 4]);
	});

	it('is never more than was allowed, and right when made anew', () => {
		const made: number[] = [];
		const square = lasting(2, (side: number) => {
			made.push(side);
			return side * side;
		});
		expect([1, 2, 3, 1].map(square)).toEqual([1, 4, 9, 1]);
		expect(made).toEqual([1, 2, 3, 1]);
	});
});
