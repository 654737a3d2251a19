import type { Bench, Row } from '../../scripts/bench.ts';
import { startApplication } from '../support/bench/application.ts';
import { PAGES, requestsOf, type PageName } from '../support/bench/measured-pages.ts';
import { held, slope, watch, type Held } from '../support/bench/memory.ts';
import { put } from '../support/bench/processes.ts';
import { startRegions, type Region } from '../support/bench/region.ts';

/** How long, in minutes: an hour, unless `BENCH_MINUTES` says otherwise. The first sixth only warms up. */
const MINUTES = Number(process.env['BENCH_MINUTES'] ?? 60);
const [REQUESTS, CONNECTIONS] = [10_000, 8];
const METRICS_TOKEN = 'the bench looks at the memory of the process it measures';

/**
 * What the process holds while people and agents open pages for an hour without a pause, all kinds of pages mixed. A
 * slope near nothing says that nothing is kept that should be let go.
 */
const bench: Bench = {
	name: 'memory',
	async run() {
		const { postgres, regions } = await startRegions([REQUESTS]);
		const application = await startApplication(regions[0]!.webUrl, { METRICS_TOKEN });
		try {
			const { origin, pid } = application;
			const seconds = MINUTES * 60;
			const load = { origin, requests: mixed(regions[0]!), connections: CONNECTIONS, seconds };
			const [{ count }, looks] = await Promise.all([
				put(load),
				watch(seconds, () => held(origin, pid, METRICS_TOKEN))
			]);
			return rowsOf(looks.slice(Math.floor(looks.length / 6)), count);
		} finally {
			await application.stop();
			await postgres.stop();
		}
	}
};
export default bench;

/** One page of each kind after the other, of different people. */
function mixed(region: Region) {
	const pages = (Object.keys(PAGES) as PageName[]).map((page) => requestsOf(page, region));
	const most = Math.max(...pages.map(({ length }) => length));
	return Array.from({ length: most }, (_, at) => pages.map((of) => of[at % of.length]!)).flat();
}

function rowsOf(looks: readonly Held[], answers: number): Row[] {
	const [first, last] = [looks[0]!, looks.at(-1)!];
	const row = (name: string, of: (look: Held) => number): Row[] => [
		{ name: `${name}, slope over ${MINUTES} minutes`, value: slope(looks, of), unit: 'MB an hour' },
		{
			name: `${name} at the end`,
			value: of(last),
			unit: 'MB',
			reference: of(first),
			against: 'when warm'
		}
	];
	return [
		...row('memory of the process', ({ resident }) => resident),
		...row('heap in use', ({ heap }) => heap),
		{ name: 'answers', value: answers, unit: '' }
	];
}
