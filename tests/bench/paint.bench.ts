import { chromium, type Browser } from '@playwright/test';
import type { Bench, Row } from '../../scripts/bench.ts';
import { ensureBrowser } from '../../scripts/browser.ts';
import { startDemonstration } from '../support/bench/demonstration.ts';
import { MEASURED_PAGES } from '../support/bench/pages-with-aims.ts';
import { servePlainPages, type PlainPages } from '../support/bench/plain-pages.ts';
import { servePlainSvelteKit } from '../support/bench/plain-sveltekit.ts';
import { middleOf, visit, type Visit } from '../support/bench/slow-phone.ts';

const ROUNDS = 5;
/** How much slower than this machine: the profile of the budgets, and about a real phone at the low end. */
const [PROFILE, LOW_END] = [4, 10];

interface Measured {
	name: string;
	/** Beside what it is measured, and how many times slower than this machine. */
	way: 'ours' | 'bare' | 'svelte' | 'state';
	address: string;
	slower: number;
	session: string | null;
	visits: Visit[];
}

/**
 * First visits on a slow phone (slow 4G, 150 ms there and back, 1.6 Mbit/s), the built application on this machine, in
 * turns with the same words as a bare page of node:http, as a plain page of SvelteKit and under the State's design system.
 */
const bench: Bench = {
	name: 'paint',
	async run() {
		const demonstration = await startDemonstration();
		const plain = await servePlainPages();
		const browser = await chromium.launch({
			executablePath: await ensureBrowser(),
			args: ['--no-sandbox', '--disable-background-networking']
		});
		const words = await wordsOfPages(browser, demonstration);
		const svelte = await servePlainSvelteKit(words);
		try {
			const all = planned(demonstration, words, plain, svelte.origin);
			for (let round = -1; round < ROUNDS; round += 1) {
				// The order changes from round to round: nobody always comes first.
				const turn = (Math.abs(round) * 7) % all.length;
				for (const one of [...all.slice(turn), ...all.slice(0, turn)]) {
					const seen = await visit(browser, one.address, one.slower, one.session);
					if (round >= 0) one.visits.push(seen);
				}
			}
			return MEASURED_PAGES.flatMap(({ name, aim }) => rowsOf(all, name, aim));
		} finally {
			await browser.close();
			await svelte.stop();
			await plain.stop();
			await demonstration.stop();
		}
	}
};
export default bench;

type Demonstration = { origin: string; session: string };
const nameOf = (path: string) => `page${path.replaceAll('/', '-')}`;

/** By the name of the page, what it says. */
async function wordsOfPages(browser: Browser, { origin, session }: Demonstration) {
	const words: Record<string, string[]> = {};
	for (const { path, signedIn } of MEASURED_PAGES)
		words[nameOf(path)] = await wordsOf(browser, origin + path, signedIn ? session : null);
	return words;
}

function planned(
	{ origin, session }: Demonstration,
	words: Readonly<Record<string, string[]>>,
	plain: PlainPages,
	svelte: string
): Measured[] {
	return MEASURED_PAGES.flatMap(({ name, path, signedIn }): Measured[] => {
		const ours = { address: origin + path, session: signedIn ? session : null };
		const { bare, state } = plain.add(nameOf(path), words[nameOf(path)]!);
		const others = { session: null, slower: PROFILE };
		return [
			{ name, way: 'ours', ...ours, slower: PROFILE, visits: [] },
			{ name, way: 'ours', ...ours, slower: LOW_END, visits: [] },
			{ name, way: 'bare', address: plain.origin + bare, ...others, visits: [] },
			{ name, way: 'svelte', address: `${svelte}/${nameOf(path)}`, ...others, visits: [] },
			{ name, way: 'state', address: plain.origin + state, ...others, visits: [] }
		];
	});
}

/** What a page says, line by line. */
async function wordsOf(browser: Browser, address: string, session: string | null) {
	const context = await browser.newContext();
	if (session) {
		const url = new URL(address).origin.replace('http:', 'https:');
		await context.addCookies([{ name: '__Host-session', value: session, url, secure: true }]);
	}
	const page = await context.newPage();
	await page.goto(address);
	const text = await page.locator('main').innerText();
	await context.close();
	return text.split('\n').filter((line) => line.trim());
}

function rowsOf(all: readonly Measured[], page: string, aim: number): Row[] {
	const of = (way: Measured['way'], slower: number) =>
		middleOf(
			all.find((one) => one.name === page && one.way === way && one.slower === slower)!.visits
		);
	const [fast, slow] = [of('ours', PROFILE), of('ours', LOW_END)];
	const [bare, svelte, state] = [of('bare', PROFILE), of('svelte', PROFILE), of('state', PROFILE)];
	const row = (name: string, value: number, reference: number, against: string): Row => ({
		name: `${page}: ${name}`,
		value,
		unit: 'ms',
		reference,
		against
	});
	const main = 'main content painted';
	return [
		row('first paint', fast.firstPaint, bare.firstPaint, 'bare page'),
		row(main, fast.largestPaint, aim, 'aim'),
		row(main, fast.largestPaint, bare.largestPaint, 'bare page'),
		row(main, fast.largestPaint, svelte.largestPaint, 'plain page of SvelteKit'),
		row(main, fast.largestPaint, state.largestPaint, 'State’s design system'),
		row(
			`${main}, ${LOW_END} × slower`,
			slow.largestPaint,
			fast.largestPaint,
			`${PROFILE} × slower`
		),
		row('blocked', fast.blocked, 50, 'aim'),
		row(`blocked, ${LOW_END} × slower`, slow.blocked, 100, 'aim'),
		{
			name: `${page}: before anything is painted, ${LOW_END} × slower`,
			value: slow.blockedBefore,
			unit: 'ms'
		},
		{ name: `${page}: layout shift`, value: Math.max(fast.shift, slow.shift), unit: '' }
	];
}
