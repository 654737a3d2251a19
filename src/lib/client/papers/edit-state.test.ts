import { describe, expect, it } from 'vitest';
import { bandBetween, keptInside, NOTHING_CUT, sidesNear, withCut } from './edit-state.ts';

describe('a band that hides a number', () => {
	it('is the same whichever way the finger went', () => {
		const band = { left: 10, top: 20, width: 30, height: 5 };
		expect(bandBetween({ x: 10, y: 20 }, { x: 40, y: 25 })).toEqual(band);
		expect(bandBetween({ x: 40, y: 25 }, { x: 10, y: 20 })).toEqual(band);
	});

	it('stays inside the picture and can always be seen', () => {
		expect(bandBetween({ x: -20, y: 95 }, { x: 130, y: 120 })).toEqual({
			left: 0,
			top: 95,
			width: 100,
			height: 5
		});
		expect(keptInside({ left: 100, top: 50, width: 0, height: 0 })).toEqual({
			left: 99,
			top: 50,
			width: 1,
			height: 1
		});
	});
});

describe('the edges of a page', () => {
	it('are cut one by one, and a tenth of the page always stays', () => {
		const cut = withCut(withCut(NOTHING_CUT, 'top', 60), 'bottom', 90);
		expect(cut).toEqual({ top: 60, right: 0, bottom: 30, left: 0 });
	});

	it('are taken hold of where the finger is: a side, a corner, or none in the middle', () => {
		expect(sidesNear(NOTHING_CUT, { x: 3, y: 50 })).toEqual(['left']);
		expect(sidesNear(NOTHING_CUT, { x: 97, y: 95 })).toEqual(['right', 'bottom']);
		expect(sidesNear(NOTHING_CUT, { x: 50, y: 50 })).toEqual([]);
		const narrow = { ...NOTHING_CUT, left: 45, right: 45 };
		expect(sidesNear(narrow, { x: 46, y: 50 })).toEqual(['left']);
	});
});
