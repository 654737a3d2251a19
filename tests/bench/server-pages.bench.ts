import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bench, Row } from '../../scripts/bench.ts';
import { startApplication } from '../support/bench/application.ts';
import type { Recordings } from '../support/bench/ask-again.ts';
import type { Load } from '../support/bench/load.ts';
import { PAGES, requestsOf, type PageName } from '../support/bench/measured-pages.ts';
import { put, serveScript, type Served } from '../support/bench/processes.ts';
import { record } from '../support/bench/record.ts';
import { startRegions, type Region } from '../support/bench/region.ts';
import { quantile } from '../support/bench/rounds.ts';
import { startSmallestPages } from '../support/bench/smallest-page.ts';

/** Requests in the database: an intercommunality, a département, a region. `BENCH_SIZES=10000,100000` is quicker. */
const SIZES = (process.env['BENCH_SIZES'] ?? '10000,100000,1000000').split(',').map(Number);
/** Enough that the middle one is of a quiet moment: a machine that stops for a second would decide over a sum. */
const [ROUNDS, SECONDS, CONNECTIONS] = [7, 1.2, 16];
/**
 * What is compiled and prepared at first is not what a page costs. A page of the application settles after some two
 * thousand answers (from 6.5 ms of processor to 2.3, then to 1.75 for my request), the smallest page after a hundred.
 */
const WARM_UP_SECONDS = 5;
/** The aims of docs/performance.md. */
const AIMS = { personal: 0.7, file: 0.8, growth: 1.3 };

/** One way of answering with the pages. */
type Way = { name: string; load(page: PageName): Pick<Load, 'origin' | 'requests'> };

/**
 * The pages people and agents open most, through HTTP, in databases of growing size; in turns with the smallest
 * SvelteKit page and a bare `node:http` that ask the largest database the same.
 */
const bench: Bench = {
	name: 'server-pages',
	async run() {
		const folder = await mkdtemp(join(tmpdir(), 'pages-'));
		const { postgres, regions } = await startRegions(SIZES.toSorted((a, b) => a - b));
		const stops: (() => Promise<void>)[] = [];
		try {
			const largest = regions.at(-1)!;
			const recordings = await record(largest);
			const file = join(folder, 'recordings.json');
			await writeFile(file, JSON.stringify(recordings));
			const ways = await startWays(regions, recordings, file, stops);
			return await measure(ways);
		} finally {
			for (const stop of stops.reverse()) await stop();
			await postgres.stop();
			await rm(folder, { recursive: true, force: true });
		}
	}
};
export default bench;

async function startWays(
	regions: readonly Region[],
	recordings: Recordings,
	file: string,
	stops: (() => Promise<void>)[]
): Promise<Way[]> {
	const ways: Way[] = [];
	for (const region of regions) {
		const application = await startApplication(region.webUrl);
		stops.push(application.stop);
		const load = (page: PageName) => ({
			origin: application.origin,
			requests: requestsOf(page, region)
		});
		ways.push({ name: String(region.requests), load });
	}
	const { webUrl } = regions.at(-1)!;
	const others: [string, Served, (page: PageName) => string][] = [
		[
			'smallest',
			await startSmallestPages(file, recordings, webUrl),
			(page) => (recordings[page]!.rounds.length === 0 ? `/${page}.html` : `/${page}`)
		],
		[
			'bare',
			await serveScript('tests/support/bench/bare-pages.ts', file, webUrl),
			(page) => `/${page}`
		]
	];
	for (const [name, { origin, stop }, path] of others) {
		stops.push(stop);
		ways.push({ name, load: (page) => ({ origin, requests: [{ path: path(page) }] }) });
	}
	return ways;
}

/** What a way answered: how long each answer took, and how many a second there were in each round. */
type Measured = Map<string, { times: number[]; rates: number[] }>;

async function measure(ways: readonly Way[]): Promise<Row[]> {
	const rows: Row[] = [];
	for (const page of Object.keys(PAGES) as PageName[]) {
		const measured: Measured = new Map(ways.map(({ name }) => [name, { times: [], rates: [] }]));
		// The first round is for nothing.
		for (let round = 0; round <= ROUNDS; round += 1) {
			const turn = round % ways.length;
			for (const { name, load } of [...ways.slice(turn), ...ways.slice(0, turn)]) {
				const { times, count, seconds } = await put({
					...load(page),
					connections: CONNECTIONS,
					seconds: round === 0 ? WARM_UP_SECONDS : SECONDS
				});
				if (round === 0) continue;
				const all = measured.get(name)!;
				all.times.push(...times);
				all.rates.push(count / seconds);
			}
		}
		rows.push(...rowsOf(page, measured));
	}
	return rows;
}

function rowsOf(page: PageName, measured: Measured): Row[] {
	for (const { times, rates } of measured.values())
		for (const each of [times, rates]) each.sort((a, b) => a - b);
	const rate = (way: string) => quantile(measured.get(way)!.rates, 0.5);
	const { label, kind } = PAGES[page];
	const [smallest, ...larger] = SIZES.toSorted((a, b) => a - b);
	const largest = larger.at(-1) ?? smallest!;
	const aim = kind === 'file' ? `a file; aim × ${AIMS.file}` : `SvelteKit; aim × ${AIMS.personal}`;
	const compared = (reference: number, against: string): Row => ({
		name: `${label}, ${said(largest)}, answers`,
		value: rate(String(largest)),
		unit: '/s',
		reference,
		against
	});
	const grown = (size: number): Row => ({
		name: `${label}, ${said(size)}, cost of an answer`,
		value: 1_000 / rate(String(size)),
		unit: 'ms',
		reference: 1_000 / rate(String(smallest)),
		against: `${said(smallest!)}; aim × ${AIMS.growth} at the most`
	});
	return [
		compared(rate('smallest'), `smallest ${aim}`),
		compared(rate('bare'), 'bare node:http'),
		...SIZES.flatMap((size) => waits(`${label}, ${said(size)}`, measured.get(String(size))!.times)),
		...larger.map(grown)
	];
}

const said = (size: number) => `${size.toLocaleString('en')} requests`;

function waits(name: string, times: readonly number[]): Row[] {
	return [0.5, 0.95, 0.99].map((share) => ({
		name: `${name}, p${share * 100}`,
		value: quantile(times, share),
		unit: 'ms'
	}));
}
