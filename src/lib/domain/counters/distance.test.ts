import { describe, expect, test } from 'vitest';
import { communes } from '../../../../drizzle/seed/reference/communes.ts';
import { kilometresBetween } from './distance.ts';

describe('the distance between communes', () => {
	test('is known between all 24, the same both ways, and none is further than the territory is long', () => {
		for (const { insee: from } of communes) {
			expect(kilometresBetween(from, from)).toBe(0);
			for (const { insee: to } of communes) {
				const there = kilometresBetween(from, to);
				expect(there).toBe(kilometresBetween(to, from));
				expect(there).toBeLessThan(40);
			}
		}
	});

	test('from Antibes, Biot is nearer than Valbonne, and La Roque-en-Provence far away', () => {
		const from = (to: string) => kilometresBetween('06004', to)!;
		expect(from('06018')).toBeLessThan(from('06152'));
		expect(from('06107')).toBeGreaterThan(25);
	});

	test('is unknown for a commune of elsewhere and for a branch without a commune', () => {
		expect(kilometresBetween('06088', '06004')).toBeNull();
		expect(kilometresBetween('06004', null)).toBeNull();
	});
});
