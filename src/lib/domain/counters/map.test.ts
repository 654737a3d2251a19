import { expect, it } from 'vitest';
import { communes } from '../../../../drizzle/seed/reference/communes.ts';
import { communePoint, MAP } from './map.ts';

it('every commune is on the drawing, each in a place of its own', () => {
	const points = communes.map(({ insee }) => communePoint(insee)!);
	for (const { x, y } of points) {
		expect(x).toBeGreaterThan(10);
		expect(x).toBeLessThan(MAP.width - 10);
		expect(y).toBeGreaterThan(10);
		expect(y).toBeLessThan(MAP.height - 10);
	}
	expect(new Set(points.map(({ x, y }) => `${x} ${y}`)).size).toBe(communes.length);
});

it('the sea is south of the hills', () => {
	const antibes = communePoint('06004')!;
	const inland = communePoint('06107')!;
	expect(antibes.y).toBeGreaterThan(inland.y);
	expect(communePoint('99999')).toBeNull();
});
