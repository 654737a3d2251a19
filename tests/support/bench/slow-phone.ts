import type { Browser, BrowserContextOptions } from '@playwright/test';
import { quantile } from './rounds.ts';

/** What a person on a slow phone sees of one visit, in milliseconds; `shift` has no unit. */
export interface Visit {
	firstPaint: number;
	largestPaint: number;
	/**
	 * What tasks took beyond the 50 ms after which a tap is felt to wait, from the first paint until the page was at rest:
	 * total blocking time, as Lighthouse reckons it.
	 */
	blocked: number;
	/** The same before the first paint, when there is nothing to tap yet. */
	blockedBefore: number;
	shift: number;
}

/** Slow 4G as Lighthouse and Chromium's own tools know it. */
const SLOW_4G = {
	offline: false,
	latency: 150,
	downloadThroughput: 1_600_000 / 8,
	uploadThroughput: 750_000 / 8
};
const PHONE: BrowserContextOptions = {
	viewport: { width: 360, height: 740 },
	isMobile: true,
	hasTouch: true,
	locale: 'fr-FR',
	// A first visit: what the service worker fetches later, it fetches when idle.
	serviceWorkers: 'block'
};

/**
 * One visit with nothing kept from another.
 * @param slower how many times slower than this machine the phone's processor is
 * @param session cookie of whoever is signed in
 */
export async function visit(
	browser: Browser,
	address: string,
	slower: number,
	session: string | null
): Promise<Visit> {
	const context = await browser.newContext(PHONE);
	try {
		if (session) await context.addCookies([cookieOf(address, session)]);
		const page = await context.newPage();
		const line = await context.newCDPSession(page);
		await line.send('Network.enable');
		await line.send('Network.emulateNetworkConditions', SLOW_4G);
		await line.send('Emulation.setCPUThrottlingRate', { rate: slower });
		await page.addInitScript(watchPaint);
		await page.goto(address, { waitUntil: 'networkidle' });
		// On a slow processor the network rests before the page is drawn.
		await page.waitForFunction(wasPainted);
		return await page.evaluate(readPaint);
	} finally {
		await context.close();
	}
}

/** A __Host- cookie is only taken for an https address; the browser then sends it to http://localhost as well. */
const cookieOf = (address: string, value: string) => ({
	name: '__Host-session',
	value,
	url: new URL(address).origin.replace('http:', 'https:'),
	secure: true,
	httpOnly: true,
	sameSite: 'Lax' as const
});

/** Runs in the page, before anything of it does. */
function watchPaint(): void {
	const seen: PerformanceEntry[] = [];
	Object.assign(window, { seen });
	for (const type of ['paint', 'largest-contentful-paint', 'layout-shift', 'longtask']) {
		new PerformanceObserver((list) => void seen.push(...list.getEntries())).observe({
			type,
			buffered: true
		});
	}
}

/** Runs in the page. */
function wasPainted(): boolean {
	const { seen } = window as unknown as { seen: PerformanceEntry[] };
	return seen.some(({ entryType }) => entryType === 'largest-contentful-paint');
}

/** Runs in the page, once it is at rest. */
function readPaint(): Visit {
	const { seen } = window as unknown as { seen: (PerformanceEntry & { value: number })[] };
	const of = (type: string) => seen.filter(({ entryType }) => entryType === type);
	const first = of('paint').find(({ name }) => name === 'first-contentful-paint');
	const sum = (values: number[]) => values.reduce((all, one) => all + one, 0);
	const painted = first?.startTime ?? NaN;
	const beyond = (from: number, until: number) =>
		sum(
			of('longtask').map(({ startTime, duration }) => {
				const [begins, ends] = [Math.max(from, startTime), Math.min(until, startTime + duration)];
				return Math.max(0, ends - begins - 50);
			})
		);
	return {
		firstPaint: painted,
		largestPaint: of('largest-contentful-paint').at(-1)?.startTime ?? NaN,
		blocked: beyond(painted, Infinity),
		blockedBefore: beyond(0, painted),
		shift: sum(of('layout-shift').map(({ value }) => value))
	};
}

/** The middle one of several visits, measure by measure. */
export function middleOf(visits: readonly Visit[]): Visit {
	const middle = (read: (one: Visit) => number) =>
		quantile(
			visits.map(read).sort((a, b) => a - b),
			0.5
		);
	return {
		firstPaint: middle((one) => one.firstPaint),
		largestPaint: middle((one) => one.largestPaint),
		blocked: middle((one) => one.blocked),
		blockedBefore: middle((one) => one.blockedBefore),
		shift: middle((one) => one.shift)
	};
}
