import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Bench, Row } from '../../scripts/bench.ts';
import { ensureBrowser } from '../../scripts/browser.ts';
import { startDemonstration } from '../support/bench/demonstration.ts';
import { fetchedPackage } from '../support/bench/fetched-package.ts';
import { MEASURED_PAGES } from '../support/bench/pages-with-aims.ts';

const VERSION = '13.5.0';
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const MEGABYTE = 1_000_000;

interface Report {
	categories: Record<
		(typeof CATEGORIES)[number],
		{ score: number; auditRefs: { id: string; weight: number }[] }
	>;
	audits: Record<string, { score: number | null; title: string }>;
	environment: { benchmarkIndex: number };
}

/**
 * Lighthouse on each page of the budgets, as a phone (its own profile: slow 4G and a processor 4 × slower, reckoned from
 * a quick visit). What costs a point is named on the error output.
 */
const bench: Bench = {
	name: 'lighthouse',
	async run() {
		const command = join(fetchedPackage('lighthouse', VERSION), 'cli/index.js');
		const { origin, session, stop } = await startDemonstration();
		try {
			const rows: Row[] = [];
			for (const { name, path, signedIn } of MEASURED_PAGES) {
				const visit = () => judge(command, origin + path, signedIn ? session : null);
				// It sometimes records no visit at all, and says itself to run it again.
				const report = await visit().catch(visit);
				rows.push(...rowsOf(name, report));
			}
			return rows;
		} finally {
			await stop();
		}
	}
};
export default bench;

async function judge(command: string, address: string, session: string | null): Promise<Report> {
	const headers = session ? { cookie: `__Host-session=${session}` } : {};
	const { stdout } = await promisify(execFile)(
		process.execPath,
		[
			command,
			address,
			'--quiet',
			'--output=json',
			'--no-enable-error-reporting',
			'--chrome-flags=--headless=new --no-sandbox',
			`--only-categories=${CATEGORIES.join(',')}`,
			`--extra-headers=${JSON.stringify(headers)}`
		],
		{
			env: { ...process.env, CHROME_PATH: await ensureBrowser() },
			maxBuffer: 100 * MEGABYTE
		}
	);
	return JSON.parse(stdout) as Report;
}

function rowsOf(page: string, { categories, audits, environment }: Report): Row[] {
	const points = CATEGORIES.map((category): Row => {
		const { score, auditRefs } = categories[category];
		for (const { id, weight } of auditRefs) {
			const { score: own, title } = audits[id]!;
			if (weight > 0 && own !== null && own < 1)
				console.error(`${page}, ${category}: ${title} (${id})`);
		}
		return { name: `${page}: ${category}`, value: Math.round(score * 100), unit: 'of 100' };
	});
	const machine = { name: `${page}: processor of this machine`, value: environment.benchmarkIndex };
	return [...points, { ...machine, unit: '(Lighthouse’s index)' }];
}
