import type { Page } from '@playwright/test';

/** What one page cost: bytes as they came over the wire, heads of answers included. */
export interface Cost {
	document: number;
	scripts: number;
	fonts: number;
	everything: number;
	requests: number;
	/** Cumulative layout shift: 0 when nothing moved. */
	shift: number;
}

/**
 * Opens a page and waits until nothing more is asked for.
 * @param page of a browser that has nothing in its cache and no service worker
 */
export async function costOf(page: Page, path: string): Promise<Cost> {
	const line = await page.context().newCDPSession(page);
	const types = new Map<string, string>();
	const bytes = new Map<string, number>();
	line.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type));
	line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
		bytes.set(requestId, encodedDataLength)
	);
	await line.send('Network.enable');
	await line.send('Network.setCacheDisabled', { cacheDisabled: true });
	await page.goto(path, { waitUntil: 'networkidle' });
	const sum = (type?: string) =>
		[...bytes].reduce((all, [id, size]) => (!type || types.get(id) === type ? all + size : all), 0);
	return {
		document: sum('Document'),
		scripts: sum('Script'),
		fonts: sum('Font'),
		everything: sum(),
		requests: bytes.size,
		shift: await shiftOf(page)
	};
}

function shiftOf(page: Page): Promise<number> {
	return page.evaluate(
		() =>
			new Promise<number>((done) => {
				let total = 0;
				new PerformanceObserver((list) => {
					for (const entry of list.getEntries())
						total += (entry as unknown as { value: number }).value;
				}).observe({ type: 'layout-shift', buffered: true });
				// Entries kept from before are handed over in the next task, then one picture later.
				requestAnimationFrame(() => setTimeout(() => done(total)));
			})
	);
}
