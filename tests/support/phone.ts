import { expect, type Page } from '@playwright/test';

/** The worker is there and answers for this page. */
export async function workerReady(page: Page): Promise<void> {
	await page.evaluate(async () => {
		await navigator.serviceWorker.ready;
	});
	await expect
		.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state))
		.toBe('activated');
}

/** Everything that is kept for reading without a network has come, in the language of the page. */
export async function guideKept(page: Page): Promise<void> {
	await workerReady(page);
	await expect
		.poll(
			() =>
				page.evaluate(async () => {
					const list = document.querySelector('[data-list]')?.getAttribute('data-list') ?? '';
					return Boolean(await caches.match(list));
				}),
			{ timeout: 30_000 }
		)
		.toBe(true);
}

/** What stands in every field of the page, a password included. */
const typedIn = (page: Page) =>
	page
		.getByRole('main')
		.locator('input, select, textarea')
		.evaluateAll((fields) =>
			(fields as HTMLInputElement[]).map(({ name, value, checked }) => [name, value, checked])
		);

/**
 * Goes offline, sends the first form with such a button, and asks for what must then be true of every form that cannot
 * wait: a calm sentence, every field as it was, nothing gone, nothing said to be done.
 * @returns the addresses that something was posted to since, as they come
 */
export async function sendOffline(page: Page, send: string | RegExp): Promise<string[]> {
	const left: string[] = [];
	page.on('request', (request) => request.method() === 'POST' && left.push(request.url()));
	const [address, typed] = [page.url(), await typedIn(page)];
	await page.context().setOffline(true);
	await page.getByRole('main').getByRole('button', { name: send }).first().click();
	const line = page.locator('[data-phone="form"]');
	await expect(line).toBeVisible();
	await expect(line).toContainText('rien n’est parti');
	expect(page.url()).toBe(address);
	expect(await typedIn(page)).toEqual(typed);
	expect(left).toEqual([]);
	await expect(page.locator('.notice.success')).toHaveCount(0);
	return left;
}

/** How many there are of what a form makes. */
export type Result = () => Promise<number>;

/** Sends without a network, then with one. */
export async function sentOnce(page: Page, send: string | RegExp, result: Result): Promise<void> {
	const before = await result();
	const left = await sendOffline(page, send);
	expect(await result()).toBe(before);
	await page.context().setOffline(false);
	await expect(page.locator('[data-phone="form"]')).toBeHidden();
	await page.getByRole('main').getByRole('button', { name: send }).first().click();
	await expect.poll(result).toBe(before + 1);
	await page.waitForLoadState();
	expect(left).toHaveLength(1);
}

/** Everything the browser keeps for this site, as text: caches, databases, storage, with their names. */
export async function everythingStored(page: Page): Promise<string> {
	return page.evaluate(async () => {
		const parts: string[] = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)];
		for (const name of await caches.keys()) {
			const cache = await caches.open(name);
			for (const request of await cache.keys()) {
				const answer = await cache.match(request);
				parts.push(name, request.url, (await answer?.text()) ?? '');
			}
		}
		for (const { name } of await indexedDB.databases()) {
			parts.push(name ?? '');
			const database = await new Promise<IDBDatabase>((done, fail) => {
				const opening = indexedDB.open(name!);
				opening.onsuccess = () => done(opening.result);
				opening.onerror = () => fail(opening.error ?? new Error(name));
			});
			for (const store of database.objectStoreNames) {
				const all = await new Promise<unknown[]>((done) => {
					const asked = database.transaction(store).objectStore(store).getAll();
					asked.onsuccess = () => done(asked.result);
				});
				parts.push(store, ...all.map((value) => textOf(value)));
			}
			database.close();
		}
		return parts.join('\n');

		function textOf(value: unknown): string {
			if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
				return new TextDecoder('latin1').decode(value as ArrayBuffer);
			}
			if (typeof value !== 'object' || value === null) return String(value);
			return Object.entries(value)
				.map(([name, part]) => `${name}=${textOf(part)}`)
				.join(' ');
		}
	});
}
