import { slugOf, withFrenchOf } from '../../../src/lib/domain/counters/place-names.ts';
import { communes } from './communes.ts';

export type CounterSeed = {
	slug: string;
	kind: 'municipal' | 'branch';
	name: string;
	communeInsee: string | null;
	/** How many people it can receive at once: an example, as long as nobody has said. */
	desks: number;
};

const MUNICIPAL_COUNTERS = 22;
const twoDesks = new Set(['antibes']);

/**
 * Placeholders. The agglomeration said in 2015 that it has 22 counters in 24 communes and one community service in
 * two branches; which communes, and where, is published nowhere we could find. So: the 22 most populous communes,
 * and two branches without a commune. Nothing about them is confirmed (see counter_fact).
 */
export const counters: readonly CounterSeed[] = [
	...[...communes]
		.sort((a, b) => b.population - a.population)
		.slice(0, MUNICIPAL_COUNTERS)
		.map(({ insee, name }) => municipal(insee, name)),
	branch(1),
	branch(2)
];

function municipal(insee: string, name: string): CounterSeed {
	const slug = slugOf(name);
	return {
		slug,
		kind: 'municipal',
		name: `Guichet logement ${withFrenchOf(name)}`,
		communeInsee: insee,
		desks: twoDesks.has(slug) ? 2 : 1
	};
}

function branch(number: number): CounterSeed {
	return {
		slug: `antenne-${number}`,
		kind: 'branch',
		name: `Service logement communautaire, antenne ${number}`,
		communeInsee: null,
		desks: 2
	};
}
