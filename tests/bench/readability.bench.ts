import type { Bench } from '../../scripts/bench.ts';
import { linesOf } from '../../src/lib/domain/guide/plain-text.ts';
import { kandelMoles } from '../../src/lib/domain/guide/readability.ts';
import { chaptersOf } from '../../src/lib/server/guide/library.ts';

/** How easy the guide is to read, in French and in its plain version: the higher, the easier. */
export default {
	name: 'readability',
	run: async () => {
		const of = (edition: 'fr' | 'fr-simple') =>
			kandelMoles(chaptersOf(edition).flatMap(({ blocks }) => blocks.flatMap(linesOf)));
		const [full, plain] = [of('fr'), of('fr-simple')];
		const unit = 'points (Kandel-Moles)';
		return [
			{ name: 'guide in French', value: full, unit },
			{ name: 'plain version', value: plain, unit, reference: full, against: 'guide in French' }
		];
	}
} satisfies Bench;
